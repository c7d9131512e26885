import type { Program, PromoCode } from "@firstmatch/shared-types";
import { Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { toInstant } from "../../components/local-time.ts";
import { MomentInput } from "../../components/MomentInput.tsx";
import { tell } from "../../components/tell.tsx";
import { useCodeWrites } from "./code-queries.ts";
import { PAYOUTS_FOLLOW, PAYOUTS_STAY } from "./reissue-words.ts";

interface ReissueDialogProps {
  program: Program;
  code: PromoCode;
  onClose: () => void;
}

/** A new code in place of one that leaked, or that somebody would rather have otherwise. */
export function ReissueDialog({ program, code: old, onClose }: ReissueDialogProps) {
  const [opened] = useState(old);
  const [code, setCode] = useState("");
  const [ends, setEnds] = useState("now");
  const [until, setUntil] = useState("");
  const { reissue } = useCodeWrites(opened);
  const faults = faultsIn(reissue.error);
  const save = () =>
    reissue.mutate(
      {
        ...(code.trim() !== "" && { code: code.trim() }),
        ...(ends === "later" && { oldUntil: toInstant(until, program.timezone) }),
      },
      {
        onSuccess: (made) => {
          tell(`${made.code} is in place of ${old.code}`);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`Re-issue ${old.code}`}
      submit="Re-issue"
      onClose={onClose}
      entered={[code, ends, until]}
      onSubmit={save}
      busy={reissue.isPending}
      error={reissue.error}
      shownAt={["/code", ...(ends === "later" ? ["/oldUntil"] : [])]}
    >
      <TextInput
        label="New code (optional)"
        description={`Left empty, it is made by the program's pattern ${program.codePattern}`}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={faultAt(faults, "/code")}
      />
      <Radio.Group label={`The old code ${old.code}`} value={ends} onChange={setEnds}>
        <Stack gap="xs" mt={6}>
          <Radio value="now" label="Stops now" description={`For a code that leaked. ${PAYOUTS_FOLLOW}`} />
          <Radio value="later" label="Runs out later" description={`Until then both codes count. ${PAYOUTS_STAY}`} />
        </Stack>
      </Radio.Group>
      {ends === "later" && (
        <MomentInput
          label="The old code runs out"
          required
          timezone={program.timezone}
          local={until}
          onLocal={setUntil}
          error={faultAt(faults, "/oldUntil")}
        />
      )}
    </FormDialog>
  );
}
