import type { Terms } from "@firstmatch/shared-types";
import { Badge, Code, Group, Stack, Text, Title } from "@mantine/core";
import { DefaultPayoutCard } from "../payout-groups/DefaultPayoutCard.tsx";
import { ReadPayoutGroups } from "../payout-groups/ReadPayoutGroups.tsx";

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
          <ReadPayoutGroups label={`Payout groups of ${name}`} event={event} currency={currency} />
          <DefaultPayoutCard event={event} currency={currency} />
        </div>
      </Stack>
    );
  });
}
