import type { Fault, Program } from "@firstmatch/shared-types";
import { Radio, Stack, Text } from "@mantine/core";
import { MomentInput } from "../../components/MomentInput.tsx";
import { NowOrLater } from "../../components/NowOrLater.tsx";
import { MemberTermsSelect } from "../members/MemberTermsSelect.tsx";
import { CodePatternInput } from "../promo-codes/CodePatternInput.tsx";
import { PAYOUTS_FOLLOW, PAYOUTS_STAY } from "../promo-codes/reissue-words.ts";
import { DateEdits } from "./DateEdits.tsx";
import type { EditDraft } from "./edit-draft.ts";
import { PersonalPayoutFields } from "./PersonalPayoutFields.tsx";

export interface EditFieldsProps {
  program: Program;
  draft: EditDraft;
  onDraft: (draft: EditDraft) => void;
  faults: readonly Fault[];
}

/** What belongs to the edit that was chosen. */
export function EditFields(props: EditFieldsProps) {
  const { program, draft, onDraft } = props;
  const set = (part: Partial<EditDraft>) => onDraft({ ...draft, ...part });
  switch (draft.choice) {
    case "move":
      return (
        <>
          <MemberTermsSelect program={program} value={draft.terms} onChange={(terms) => set({ terms })} />
          <NowOrLater
            label="In force"
            laterLabel="In force from"
            timezone={program.timezone}
            when={draft.when}
            onWhen={(when) => set({ when })}
            local={draft.later}
            onLocal={(later) => set({ later })}
            fault={undefined}
          />
        </>
      );
    case "dates":
    case "code-dates":
      return <DateEdits timezone={program.timezone} draft={draft} onDraft={onDraft} />;
    case "personal-payout":
    case "remove-personal-payout":
      return <PersonalPayoutFields {...props} />;
    case "reissue-codes":
      return (
        <>
          <CodePatternInput
            label="Pattern of the new codes"
            value={draft.pattern}
            onChange={(pattern) => set({ pattern })}
          />
          <Radio.Group
            label="The old codes"
            value={draft.oldCode}
            onChange={(oldCode) => set({ oldCode: oldCode as EditDraft["oldCode"] })}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="stops" label="Stop now" description={PAYOUTS_FOLLOW} />
              <Radio value="runs-out" label="Run out at a later moment" description={PAYOUTS_STAY} />
            </Stack>
          </Radio.Group>
          {draft.oldCode === "runs-out" && (
            <MomentInput
              label="The old codes run out"
              required
              timezone={program.timezone}
              local={draft.oldUntil}
              onLocal={(oldUntil) => set({ oldUntil })}
            />
          )}
        </>
      );
    default:
      return draft.choice && <Text size="sm">{MEANINGS[draft.choice]}</Text>;
  }
}

/** Of the edits that ask for nothing more. */
const MEANINGS = {
  activate: "From now on these members are paid, within their dates.",
  deactivate: "From now on conversions of these members are rejected as not active, and their links lead nowhere.",
  "activate-codes": "From now on all promo codes of these members count, within their dates.",
  "deactivate-codes": "From now on none of these members' promo codes counts.",
  "activate-links": "From now on all links of these members lead on.",
  "deactivate-links": "From now on none of these members' links leads anywhere.",
} as const;
