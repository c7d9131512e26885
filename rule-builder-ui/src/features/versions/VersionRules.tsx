import type { Terms } from "@firstmatch/shared-types";
import { Badge, Code, Group, Stack, Text, Title } from "@mantine/core";
import { DefaultPayoutCard } from "../payout-groups/DefaultPayoutCard.tsx";
import { PayoutGroupCard } from "../payout-groups/PayoutGroupCard.tsx";
import list from "../payout-groups/PayoutGroupList.module.css";

/** The rules of a version, as they are ranked; nothing here can be changed. */
export function VersionRules({ terms: { events, currency } }: { terms: Terms }) {
  return events.map((event) => {
    const { groups = [], level, customGroups, type, name } = event;
    return (
      <Stack key={type} gap="xs" component="section" aria-label={name}>
        <Group gap="xs">
          <Title order={3} size="h4">
            {name}
          </Title>
          <Code>{type}</Code>
          <Badge color="gray">{level === "item" ? "Item level" : "Order level"}</Badge>
          {customGroups === false && <Badge color="orange">Groups passed over</Badge>}
        </Group>
        {groups.length === 0 && (
          <Text size="sm" c="dimmed">
            No payout groups
          </Text>
        )}
        <div>
          <ol
            className={list.list}
            aria-label={`Payout groups of ${name}`}
            data-many={groups.length > 200 || undefined}
          >
            {groups.map((group, at) => (
              <li key={group.id} className={list.place}>
                <PayoutGroupCard
                  group={group}
                  rank={at + 1}
                  currency={currency}
                  level={level}
                  setup={event.default.setup}
                />
              </li>
            ))}
          </ol>
          <DefaultPayoutCard event={event} currency={currency} />
        </div>
      </Stack>
    );
  });
}
