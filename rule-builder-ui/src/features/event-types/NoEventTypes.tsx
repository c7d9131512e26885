import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useMay } from "../access/session.ts";
import { AddEventTypeDialog } from "./AddEventTypeDialog.tsx";

export function NoEventTypes() {
  const mayEdit = useMay("edit");
  const [adding, dialog] = useDisclosure();
  return (
    <EmptyState
      title="No event types yet"
      action={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
            Add an event type
          </Button>
        )
      }
    >
      An event type is what is tracked and paid: a sale, a lead, a click. Each has a default payout, and payout groups
      that are tried before it.
      {adding && <AddEventTypeDialog onClose={dialog.close} />}
    </EmptyState>
  );
}
