import type { Program, PromoCode } from "@firstmatch/shared-types";
import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { CodeDatesDialog } from "./CodeDatesDialog.tsx";
import { type CodeAction, CodeRow } from "./CodeRow.tsx";
import { useCodes } from "./code-queries.ts";
import { HoldersDialog } from "./HoldersDialog.tsx";
import { NewCodeDialog } from "./NewCodeDialog.tsx";
import { ReissueDialog } from "./ReissueDialog.tsx";

interface CodesSectionProps {
  program: Program;
  partner: { id: string; name: string };
  mayEdit: boolean;
}

/** A member's promo codes, those that no longer count as well. */
export function CodesSection({ program, partner, mayEdit }: CodesSectionProps) {
  const { items, error, isPending, more } = useCodes(program.id, partner.id);
  const [adding, setAdding] = useState(false);
  const [acting, setActing] = useState<{ code: PromoCode; action: CodeAction }>();
  const close = () => setActing(undefined);
  return (
    <DrawerSection
      title="Promo codes"
      action={
        mayEdit && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            Add promo code
          </Button>
        )
      }
    >
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={1} height={44} />}
      {!isPending && !error && items.length === 0 && (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      )}
      <ul aria-label="Promo codes">
        {items.map((code) => (
          <CodeRow
            key={code.code}
            code={code}
            timezone={program.timezone}
            mayEdit={mayEdit}
            onAction={(action) => setActing({ code, action })}
          />
        ))}
      </ul>
      <MoreButton more={more} />
      {adding && <NewCodeDialog program={program} partner={partner} onClose={() => setAdding(false)} />}
      {acting?.action === "dates" && <CodeDatesDialog program={program} code={acting.code} onClose={close} />}
      {acting?.action === "reissue" && <ReissueDialog program={program} code={acting.code} onClose={close} />}
      {acting?.action === "holders" && <HoldersDialog program={program} code={acting.code} onClose={close} />}
    </DrawerSection>
  );
}
