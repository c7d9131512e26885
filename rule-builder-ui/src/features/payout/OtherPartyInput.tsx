import type { Commission, Fault, Payout, PayoutUnit } from "@firstmatch/shared-types";
import { ChoiceBar } from "../../components/ChoiceBar.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { CommissionInput } from "./CommissionInput.tsx";
import { type OtherParty, otherPartyOf, withOtherParty } from "./payout-shape.ts";

type Rule = Pick<Payout, "platform" | "advertiser">;

interface OtherPartyInputProps<T extends Rule> {
  rule: T;
  onChange: (rule: T) => void;
  /** What it means to name neither: "Nothing", or for a goal "As the payout". */
  none: string;
  unit: PayoutUnit;
  percentAllowed: boolean;
  currency: string;
  faults: readonly Fault[];
}

const HINTS: Partial<Record<OtherParty, string>> = {
  platform: "The advertiser pays this on top of what the partner gets.",
  advertiser: "What the partner does not get stays with the platform.",
};

/** The platform's commission, or instead of it what the advertiser pays in all: the other of the two is derived. */
export function OtherPartyInput<T extends Rule>({
  rule,
  onChange,
  none,
  unit,
  percentAllowed,
  currency,
  faults,
}: OtherPartyInputProps<T>) {
  const party = otherPartyOf(rule);
  const empty: Commission = percentAllowed ? { percent: "" } : { fixed: "" };
  return (
    <>
      <ChoiceBar
        label="Platform and advertiser"
        choices={[
          { value: "none", label: none },
          { value: "platform", label: "Platform gets" },
          { value: "advertiser", label: "Advertiser pays" },
        ]}
        value={party}
        onChange={(chosen) => onChange(withOtherParty(rule, chosen, empty))}
        hint={HINTS[party]}
      />
      {party !== "none" && (
        <CommissionInput
          label={party === "platform" ? "The platform gets" : "The advertiser pays in all"}
          commission={rule[party]}
          onChange={(commission) => onChange({ ...rule, [party]: commission })}
          unit={unit}
          percentAllowed={percentAllowed}
          currency={currency}
          error={faultAt(faults, `/${party}`)}
        />
      )}
    </>
  );
}
