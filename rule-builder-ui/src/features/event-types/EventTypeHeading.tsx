import type { TermsEvent } from "@firstmatch/shared-types";
import { ActionIcon, Badge, Code, Group, Menu, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCopy, IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { ask } from "../../components/ask.ts";
import { useMay } from "../access/session.ts";
import { useDraftPlace, useQuickChange } from "../terms/use-draft.ts";
import { AddEventTypeDialog } from "./AddEventTypeDialog.tsx";
import { EventTypeSettingsDialog } from "./EventTypeSettingsDialog.tsx";
import { removeEventType } from "./event-type-changes.ts";

export function EventTypeHeading({ event, children }: { event: TermsEvent; children: ReactNode }) {
  const { program, terms } = useDraftPlace();
  const change = useQuickChange();
  const mayEdit = useMay("edit");
  const navigate = useNavigate();
  const [settings, settingsDialog] = useDisclosure();
  const [copying, copyDialog] = useDisclosure();
  const remove = async () => {
    const count = event.groups?.length ?? 0;
    const sure = await ask({
      title: `Remove ${event.name}?`,
      text: `The event type goes from the draft with its default payout and ${count} payout ${count === 1 ? "group" : "groups"}. What is published stays in force until the draft is published.`,
      confirm: "Remove event type",
    });
    if (!sure) return;
    void change(removeEventType(event));
    navigate(`/programs/${program}/terms/${terms}`);
  };
  return (
    <Group justify="space-between" mb="md" gap="sm">
      <Group gap="xs">
        <Title order={2} size="h3">
          {event.name}
        </Title>
        <Code>{event.type}</Code>
        <Badge color="gray">{event.level === "item" ? "Item level" : "Order level"}</Badge>
      </Group>
      <Group gap="xs">
        {children}
        {mayEdit && (
          <Menu>
            <Menu.Target>
              <ActionIcon size="lg" variant="default" aria-label={`More for the event type ${event.name}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={settingsDialog.open}>
                Name and level
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={copyDialog.open}>
                Copy to a new event type
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={remove}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {settings && <EventTypeSettingsDialog event={event} onClose={settingsDialog.close} />}
      {copying && <AddEventTypeDialog copyOf={event.type} onClose={copyDialog.close} />}
    </Group>
  );
}
