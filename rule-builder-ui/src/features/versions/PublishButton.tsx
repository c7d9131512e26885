import { Badge, Button, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMay } from "../access/session.ts";
import { PublishDialog } from "./PublishDialog.tsx";
import { useDifferences } from "./use-differences.ts";

export function PublishButton() {
  const differences = useDifferences();
  const [opened, dialog] = useDisclosure();
  const count = differences?.changes.length ?? 0;
  if (!useMay("publish")) return null;
  return (
    <>
      <Button
        onClick={dialog.open}
        rightSection={
          count > 0 && (
            <Badge size="sm" variant="white" color="cobalt" aria-hidden>
              {count}
            </Badge>
          )
        }
      >
        Publish
        {count > 0 && <VisuallyHidden>: {count === 1 ? "1 difference" : `${count} differences`}</VisuallyHidden>}
      </Button>
      {opened && <PublishDialog differences={differences} onClose={dialog.close} />}
    </>
  );
}
