import {
  type Conversion,
  type ConversionDoor,
  type ConversionState,
  type LedgerKind,
  REASONS,
} from "@firstmatch/shared-types";
import { sentenceOf } from "../rule-tester/faults.ts";

export const STATES: Record<ConversionState, { word: string; color: string }> = {
  pending: { word: "Pending", color: "yellow" },
  payable: { word: "Payable", color: "teal" },
  paid: { word: "Paid", color: "green" },
  reversed: { word: "Reversed", color: "orange" },
  rejected: { word: "Rejected", color: "red" },
  kpi: { word: "KPI", color: "blue" },
};

export const DOORS: Record<ConversionDoor, string> = {
  api: "by the API",
  postback: "by a postback",
  import: "by an import",
  hand: "by hand",
  demo: "with the demo program",
};

export const LEDGER_WORDS: Record<LedgerKind, string> = {
  earned: "Earned",
  reversed: "Reversed",
  rejected: "Rejected",
  approved: "Approved",
  bonus: "Bonus",
  paid: "Paid out",
};

/** The rule that paid, as a list has room for. */
export function ruleWords({ kind, id, name }: Conversion["rule"]): string {
  switch (kind) {
    case "default":
      return "Default payout";
    case "mixed":
      return "Different rules";
    case "group":
    case "personal":
      return name ?? id ?? kind;
  }
}

/** Why nothing of it is paid; null where something is. */
export function whyNot({ state, reason, rejection }: Conversion): string | null {
  if (rejection !== null) return rejection;
  if (reason !== null) return Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : reason;
  return state === "kpi" ? "Tracked as a KPI: nothing is paid." : null;
}

/** The same for a row: "Duplicate click", or what somebody wrote. */
export const whyNotInShort = ({ reason, rejection }: Conversion): string | null => {
  const words = rejection ?? reason?.replaceAll("-", " ");
  return words ? sentenceOf(words) : null;
};

/** Beside a conversion that belongs to nobody. */
export const NO_PARTNER = "No partner: nobody is paid for it.";

/** Whether something was taken back of what was decided. */
export const isReduced = ({ decided, net }: Pick<Conversion, "decided" | "net">): boolean =>
  decided.payout !== net.payout || decided.sale !== net.sale || decided.platformFee !== net.platformFee;
