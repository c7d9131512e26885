import type { PayoutSettings } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { useState } from "react";
import { faultsIn, isProblem } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { toInstant } from "../../components/local-time.ts";
import { shownMoment } from "../../components/Moment.tsx";
import { NowOrLater, type When } from "../../components/NowOrLater.tsx";
import { tell } from "../../components/tell.tsx";
import { MemberTermsSelect } from "../members/MemberTermsSelect.tsx";
import { useMemberWrites } from "../members/member-queries.ts";

interface MoveTermsDialogProps {
  settings: Pick<PayoutSettings, "program" | "member">;
  onClose: () => void;
}

/** Moves one member to other terms, from now on or from a later moment. */
export function MoveTermsDialog({ settings, onClose }: MoveTermsDialogProps) {
  const { program, member } = settings;
  // As it was when the dialog opened: whoever changed it since is to be heard first.
  const [opened] = useState(member);
  const [terms, setTerms] = useState(member.terms);
  const [when, setWhen] = useState<When>("now");
  const [local, setLocal] = useState("");
  const { change: move } = useMemberWrites(opened);
  const faults = faultsIn(move.error);
  const save = () => {
    const termsFrom = when === "later" ? toInstant(local, program.timezone) : undefined;
    move.mutate(
      { terms, ...(termsFrom !== undefined && { termsFrom }) },
      {
        onSuccess: () => {
          onClose();
          tell(
            termsFrom === undefined
              ? `${member.partner.name} is paid by other terms from now on`
              : `${member.partner.name} moves on ${shownMoment(termsFrom, program.timezone)}`,
          );
        },
      },
    );
  };
  return (
    <FormDialog
      title={`Terms of ${member.partner.name} in ${program.name}`}
      submit="Move"
      onClose={onClose}
      entered={[terms, when, local]}
      onSubmit={save}
      busy={move.isPending}
      disabled={terms === member.terms && member.plannedMoves.length === 0}
      error={isProblem(move.error, 412) ? MOVED_ON : move.error}
      shownAt={["/terms", ...(when === "later" ? ["/termsFrom"] : [])]}
    >
      <MemberTermsSelect program={program} value={terms} onChange={setTerms} error={faultAt(faults, "/terms")} />
      <NowOrLater
        label="The move"
        laterLabel="Moves on"
        when={when}
        onWhen={setWhen}
        local={local}
        onLocal={setLocal}
        timezone={program.timezone}
        fault={faultAt(faults, "/termsFrom")}
      />
      <Text size="sm" c="dimmed">
        Personal payouts belong to their terms: those under the terms of before no longer pay from then on.
      </Text>
    </FormDialog>
  );
}

const MOVED_ON = new Error(
  "Somebody else changed this member after you opened the dialog. Close it and open it again to see how it is now.",
);
