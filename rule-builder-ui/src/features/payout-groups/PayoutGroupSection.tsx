import type { PayoutGroup, TermsEvent } from "@firstmatch/shared-types";
import { Alert, Button, Group, Switch, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useId, useState } from "react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useMay } from "../access/session.ts";
import { switchCustomGroups } from "../event-types/event-type-changes.ts";
import { useQuickChange } from "../terms/use-draft.ts";
import { DefaultPayoutCard } from "./DefaultPayoutCard.tsx";
import { DefaultPayoutDrawer } from "./DefaultPayoutDrawer.tsx";
import { GroupDrawer } from "./GroupDrawer.tsx";
import { PayoutGroupList } from "./PayoutGroupList.tsx";
import { ReadPayoutGroups } from "./ReadPayoutGroups.tsx";
import type { TestResult } from "./test-result.ts";

interface PayoutGroupSectionProps {
  event: TermsEvent;
  currency: string;
  timezone: string;
  test: TestResult;
}

/** The ranked groups, and the default payout below them. */
export function PayoutGroupSection({ event, currency, timezone, test }: PayoutGroupSectionProps) {
  const change = useQuickChange();
  const mayEdit = useMay("edit");
  const heading = useId();
  /** The group whose editor is open; null for a new one. */
  const [editing, setEditing] = useState<PayoutGroup | null>();
  const [editingDefault, setEditingDefault] = useState(false);
  const { groups = [], customGroups = true } = event;
  return (
    <section aria-labelledby={heading}>
      <Group justify="space-between" mb={4} gap="sm">
        <Title order={3} size="h4" id={heading}>
          Payout groups
        </Title>
        {mayEdit && (
          <Group gap="md">
            <Switch
              label="Customised groups"
              labelPosition="left"
              checked={customGroups}
              onChange={(press) => void change(switchCustomGroups(event, press.currentTarget.checked))}
            />
            <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing(null)}>
              Add group
            </Button>
          </Group>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        Tried from top to bottom; the first match pays, and only that one.
      </Text>
      {!customGroups && (
        <Alert color="orange" mb="sm" title="Passed over">
          The groups of this event type are switched off as a whole. They are kept, and none of them pays.
        </Alert>
      )}
      {groups.length === 0 && (
        <EmptyState title="No payout groups yet" order={4}>
          Every conversion is paid by the default payout.
          {mayEdit && " Add a group to pay some of them differently: new customers, large orders, a campaign."}
        </EmptyState>
      )}
      {mayEdit ? (
        <PayoutGroupList event={event} currency={currency} test={test} onEdit={setEditing} />
      ) : (
        <ReadPayoutGroups label="Payout groups" event={event} currency={currency} test={test} />
      )}
      <DefaultPayoutCard
        event={event}
        currency={currency}
        won={test.winner?.kind === "default"}
        {...(mayEdit && { onEdit: () => setEditingDefault(true) })}
      />
      {editing !== undefined && (
        <GroupDrawer
          event={event}
          group={editing}
          currency={currency}
          timezone={timezone}
          onClose={() => setEditing(undefined)}
        />
      )}
      {editingDefault && (
        <DefaultPayoutDrawer event={event} currency={currency} onClose={() => setEditingDefault(false)} />
      )}
    </section>
  );
}
