import type { Program } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn, isProblem } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { toInstant } from "../../components/local-time.ts";
import { MomentInput } from "../../components/MomentInput.tsx";
import { tell } from "../../components/tell.tsx";
import { useNewCode } from "./code-queries.ts";

interface NewCodeDialogProps {
  program: Program;
  partner: { id: string; name: string };
  onClose: () => void;
}

/** Another promo code for a member: the one that is typed, or one that is made by the program's pattern. */
export function NewCodeDialog({ program, partner, onClose }: NewCodeDialogProps) {
  const [code, setCode] = useState("");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const issue = useNewCode(program.id);
  const faults = faultsIn(issue.error);
  const typed = issue.variables?.code !== undefined;
  const taken = typed && isProblem(issue.error, 409) ? issue.error.message : undefined;
  const moment = (key: "from" | "until", local: string) =>
    local === "" ? {} : { [key]: toInstant(local, program.timezone) };
  const add = () =>
    issue.mutate(
      {
        partner: partner.id,
        ...(code.trim() !== "" && { code: code.trim() }),
        ...moment("from", from),
        ...moment("until", until),
      },
      {
        onSuccess: (made) => {
          tell(`${partner.name} has the promo code ${made.code}`);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`New promo code of ${partner.name}`}
      submit="Add promo code"
      onClose={onClose}
      entered={[code, from, until]}
      onSubmit={add}
      busy={issue.isPending}
      error={taken === undefined ? issue.error : null}
      shownAt={["/code", "/from", "/until"]}
    >
      <TextInput
        label="Code (optional)"
        description={`Left empty, it is made by the program's pattern ${program.codePattern}`}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={taken ?? faultAt(faults, "/code")}
      />
      <MomentInput
        label="Counts from (optional)"
        timezone={program.timezone}
        local={from}
        onLocal={setFrom}
        error={faultAt(faults, "/from")}
      />
      <MomentInput
        label="Counts until (optional)"
        timezone={program.timezone}
        local={until}
        onLocal={setUntil}
        error={faultAt(faults, "/until")}
      />
    </FormDialog>
  );
}
