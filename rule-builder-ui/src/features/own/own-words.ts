import { type OwnConversion, type OwnReport, REASONS } from "@firstmatch/shared-types";

export const conversionsInWords = (count: number): string =>
  `${count.toLocaleString("en")} conversion${count === 1 ? "" : "s"}`;

/** What paid, in the words that the partner's list of payouts has. A personal payout that others share has no title here. */
export function paidByInWords({ kind, name }: OwnConversion["rule"]): string {
  switch (kind) {
    case "default":
      return "Everything else";
    case "mixed":
      return "Several payouts";
    case "personal":
      return name ?? "A payout for you";
    case "group":
      return name ?? "A payout group";
  }
}

/** Why nothing of it is paid; null where something is. A reason that was written by hand is not told. */
export function whyNotPaid({ state, reason }: Pick<OwnConversion, "state" | "reason">): string | null {
  if (reason !== null) return Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : reason;
  return state === "kpi" ? "Counted, not paid." : null;
}

/** What became of those that are not paid, where there are some: `2 rejected, 1 reversed`. */
export function apartInWords({ rejected, kpi, reversed }: OwnReport["totals"]): string | null {
  const parts = [
    [rejected, "rejected"],
    [reversed, "reversed"],
    [kpi, "counted without being paid"],
  ] as const;
  const words = parts.flatMap(([count, word]) => (count > 0 ? [`${count.toLocaleString("en")} ${word}`] : []));
  return words.length === 0 ? null : `Beside these: ${words.join(", ")}.`;
}
