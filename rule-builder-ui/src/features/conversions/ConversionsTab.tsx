import { Button, Group, Text } from "@mantine/core";
import { IconFileImport, IconPlus, IconWebhook } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { Link } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";
import { part } from "../../components/part.ts";
import { useAddress } from "../../components/use-address.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { withFilter } from "../partners/partner-filter.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { ConversionList, OPENED } from "./ConversionList.tsx";

const HandEntryDrawer = part(async () => (await import("./HandEntryDrawer.tsx")).HandEntryDrawer);

/** What was recorded in the program, each with its decision, and the ways in for more. */
export function ConversionsTab() {
  const program = useProgramPage();
  usePageTitle("Conversions", program.name);
  const mayCorrect = useMay("correct");
  const [entering, setEntering] = useState(false);
  const [, setAddress] = useAddress();
  const close = (recorded?: string) => {
    setEntering(false);
    if (recorded !== undefined)
      setAddress((now) => withFilter(now, { [OPENED]: recorded }), { preventScrollReset: true });
  };
  const postback = (
    <Button component={Link} to="../postback" relative="path" variant="default" leftSection={<IconWebhook size={16} />}>
      Postback
    </Button>
  );
  const actions = mayCorrect && (
    <>
      <Button component={Link} to="import" variant="default" leftSection={<IconFileImport size={16} />}>
        Import
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={() => setEntering(true)}>
        Add conversion
      </Button>
    </>
  );
  return (
    <>
      <ConversionList
        program={program}
        head={
          <Group justify="space-between" gap="sm" mb="md">
            <Text size="sm" c="dimmed">
              Each decided once, by the version in force when it occurred.
            </Text>
            <Group gap="xs">
              {postback}
              {actions}
            </Group>
          </Group>
        }
        empty={
          <EmptyState
            title="No conversions yet"
            action={
              <Group justify="center" gap="xs">
                {postback}
                {actions}
              </Group>
            }
          >
            Your shop or tracker records each with <code>POST /conversions</code>; an advertiser’s server calls the
            postback address; a file is imported; one by one they are entered here by hand. Each is decided by the terms
            in force when it occurred, once.
          </EmptyState>
        }
      />
      <Suspense>{entering && <HandEntryDrawer program={program} onClose={close} />}</Suspense>
    </>
  );
}
