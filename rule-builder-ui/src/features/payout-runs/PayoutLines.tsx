import { formatAmount, type PayoutRunLine } from "@firstmatch/shared-types";
import { PartnerFigures } from "./PartnerFigures.tsx";

interface PayoutLinesProps {
  label: string;
  lines: readonly PayoutRunLine[];
  currency: string;
}

/** Who gets how much. */
export const PayoutLines = ({ label, lines, currency }: PayoutLinesProps) => (
  <PartnerFigures
    label={label}
    lines={lines}
    columns={{
      Conversions: ({ conversions }) => conversions.toLocaleString("en"),
      Payout: ({ payout }) => formatAmount(payout, currency),
    }}
  />
);
