import type { Fault, Program } from "@firstmatch/shared-types";
import { Group } from "@mantine/core";
import { ChoiceList } from "../../components/ChoiceList.tsx";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { FormSection } from "../../components/FormSection.tsx";
import { faultAt, faultsBelow } from "../../components/faults-at.ts";
import { CapsEditor } from "./CapsEditor.tsx";
import type { RecordingTyped } from "./recording-typed.ts";
import { TIERS } from "./setting-choices.ts";

interface RecordingSectionsProps {
  program: Program;
  edited: RecordingTyped;
  faults: readonly Fault[];
  onChange: (part: Partial<RecordingTyped>) => void;
}

/** What holds for whatever is recorded from the saving on. */
export function RecordingSections({ program, edited, faults, onChange }: RecordingSectionsProps) {
  const { lifetime } = edited;
  return (
    <>
      <FormSection
        order={2}
        title="Conversion caps and revenue budget"
        hint={`How much the program takes, by the clocks of ${program.timezone}; weeks begin on Monday. Only rules that have Conversion cap or Revenue budget switched on use it up.`}
      >
        <CapsEditor
          caps={edited.caps}
          currency={program.currency}
          faults={faultsBelow(faults, "/caps")}
          onChange={(caps) => onChange({ caps })}
        />
      </FormSection>
      <FormSection
        order={2}
        title="Holding days"
        hint="From a conversion until its payout is payable. Until then it is pending, unless somebody approves it."
      >
        <DecimalInput
          aria-label="Holding days"
          inputMode="numeric"
          maw={150}
          unit={{ after: "days" }}
          value={edited.holdingDays}
          onChange={(holdingDays) => onChange({ holdingDays })}
          error={faultAt(faults, "/holdingDays")}
        />
      </FormSection>
      <FormSection
        order={2}
        title="Lifetime limits"
        hint="How long a customer stays a partner's under a lifetime payout. Whichever comes first ends it; without a limit it lasts."
      >
        <Group gap="md" align="flex-start">
          <DecimalInput
            label="Months"
            inputMode="numeric"
            w={150}
            placeholder="No limit"
            value={lifetime.months}
            onChange={(months) => onChange({ lifetime: { ...lifetime, months } })}
            error={faultAt(faults, "/lifetime/months")}
          />
          <DecimalInput
            label="Orders"
            inputMode="numeric"
            w={150}
            placeholder="No limit"
            value={lifetime.orders}
            onChange={(orders) => onChange({ lifetime: { ...lifetime, orders } })}
            error={faultAt(faults, "/lifetime/orders")}
          />
        </Group>
      </FormSection>
      <FormSection
        order={2}
        title="Performance tiers"
        hint="What a group pays whose criteria ask how much its partner has reached this month."
      >
        <ChoiceList
          label="Performance tiers"
          choices={TIERS}
          value={edited.tiers}
          onChange={(tiers) => onChange({ tiers })}
        />
      </FormSection>
    </>
  );
}
