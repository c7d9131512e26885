import { type ConversionDetails, formatAmount, type LedgerEntry, type Program } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { Moment } from "../../components/Moment.tsx";
import css from "./Conversions.module.css";
import { LEDGER_WORDS } from "./conversion-words.ts";

interface LedgerSectionProps {
  program: Program;
  details: ConversionDetails;
}

const AMOUNTS = [
  { of: "sale", label: "Sale" },
  { of: "payout", label: "Payout" },
  { of: "platformFee", label: "Fee" },
  { of: "advertiserCost", label: "Cost" },
] as const;

/** Every entry of the ledger, which only grows, and what they come to. */
export function LedgerSection({ program, details: { ledger, net, currency } }: LedgerSectionProps) {
  return (
    <DrawerSection title="Ledger">
      {ledger.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing was ever earned by it, so nothing stands in the ledger.
        </Text>
      ) : (
        <table className={css.ledger} aria-label="Ledger">
          <thead>
            <tr>
              <th scope="col">Entry</th>
              {AMOUNTS.map(({ of, label }) => (
                <th key={of} scope="col" className={css.amount}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ledger.map((entry) => (
              <Entry key={entry.id} entry={entry} currency={currency} timezone={program.timezone} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">What is left</th>
              {AMOUNTS.map(({ of, label }) => (
                <td key={of} className={css.amount} data-label={label}>
                  {formatAmount(net[of], currency)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </DrawerSection>
  );
}

interface EntryProps {
  entry: LedgerEntry;
  currency: string;
  timezone: string;
}

function Entry({ entry, currency, timezone }: EntryProps) {
  const { kind, at, by, reason, payableFrom } = entry;
  return (
    <tr>
      <th scope="row">
        {LEDGER_WORDS[kind]}
        {reason !== null && <span className={css.said}>: {reason}</span>}
        <span className={css.under}>
          <Moment at={at} timezone={timezone} />, {by}
        </span>
        {kind === "approved" && (
          <span className={css.under}>
            payable from <Moment at={payableFrom} timezone={timezone} />
          </span>
        )}
      </th>
      {AMOUNTS.map(({ of, label }) => (
        <td key={of} className={css.amount} data-label={label}>
          {signed(entry[of], currency)}
        </td>
      ))}
    </tr>
  );
}

/** With a sign, and a minus that is as wide as the plus. */
function signed(amount: string, currency: string): string {
  const shown = formatAmount(amount.replace(/^-/, ""), currency);
  if (/^-?0+(\.0+)?$/.test(amount)) return shown;
  return amount.startsWith("-") ? `−${shown}` : `+${shown}`;
}
