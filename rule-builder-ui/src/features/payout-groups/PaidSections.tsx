import { type EventSetup, effectiveSetup, type Fault, type Payout } from "@firstmatch/shared-types";
import { FormSection } from "../../components/FormSection.tsx";
import { faultsBelow } from "../../components/faults-at.ts";
import { PayoutEditor } from "../payout/PayoutEditor.tsx";
import { SetupEditor } from "../payout/SetupEditor.tsx";

interface Paid {
  payout: Payout;
  setup?: EventSetup | undefined;
}

interface PaidSectionsProps {
  paid: Paid;
  /** The default payout, of which a rule inherits the setup; undefined when this is the default payout itself. */
  defaults?: Paid;
  onChange: (paid: Paid) => void;
  currency: string;
  level: "order" | "item";
  /** Relative to the object that holds payout and setup. */
  faults: readonly Fault[];
}

/** Payout and event setup: what every rule has, the default payout too. */
export function PaidSections({ paid, defaults, onChange, currency, level, faults }: PaidSectionsProps) {
  const { setup, ...rest } = paid;
  const isKpi = effectiveSetup(setup, defaults?.setup).classification === "kpi";
  return (
    <>
      <FormSection
        title="Payout"
        hint={isKpi ? "A KPI is tracked, not paid: these amounts rest while it is one." : undefined}
      >
        <PayoutEditor
          payout={paid.payout}
          onChange={(payout) => onChange({ ...paid, payout })}
          currency={currency}
          level={level}
          faults={faultsBelow(faults, "/payout")}
        />
      </FormSection>
      <FormSection title="Event setup">
        <SetupEditor
          setup={setup}
          inherited={defaults && (defaults.setup ?? {})}
          onChange={(changed) => onChange(changed === undefined ? rest : { ...rest, setup: changed })}
          faults={faultsBelow(faults, "/setup")}
        />
      </FormSection>
    </>
  );
}
