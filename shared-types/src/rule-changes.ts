import { readDecimal } from "./amount.ts";
import { type Difference, fieldDifference } from "./change.ts";
import type { Conditions } from "./conditions.ts";
import { criteriaSentence } from "./criteria-sentence.ts";
import { formatAmount, formatPercent } from "./formats.ts";
import { operatorOf } from "./operators.ts";
import { type Commission, type EventSetup, type Payout, SETUP_DEFAULTS } from "./payout.ts";
import { goalsSentence, type PayoutSentenceOptions, payoutSentence } from "./payout-sentence.ts";
import { plainText } from "./sentence.ts";

/** The terms that a rule stands in, as far as its sentences depend on them. */
export type SentenceContext = Pick<PayoutSentenceOptions, "currency" | "level">;

const decimal = (text: string | undefined): string | undefined => readDecimal(text)?.toFixed() ?? text;

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Conditions without what makes no difference: "200" and "200.00" are the same number. */
const plainConditions = (conditions: Conditions): unknown =>
  JSON.parse(
    JSON.stringify(conditions, (_, node) => {
      const shape = operatorOf(node?.operator ?? "")?.expected;
      if (shape === "one") return [node.fact, node.operator, decimal(node.value)];
      return shape === "range" ? [node.fact, node.operator, node.value.map(decimal)] : node;
    }),
  );

export function conditionsDifference(before: Conditions, after: Conditions, context: SentenceContext): Difference[] {
  if (same(plainConditions(before), plainConditions(after))) return [];
  const [was, is] = [before, after].map((side) =>
    plainText(criteriaSentence(side, { currency: context.currency, whole: true })),
  );
  const text =
    was === is
      ? `the criteria are built differently, and still read “${is}”`
      : `the criteria were “${was}”, are now “${is}”`;
  return [{ kind: "changed", pointer: "/conditions", text }];
}

/** One field of a payout: how to compare it, how to take it over from another payout, and how it reads by itself. */
interface PayoutField {
  label: string;
  pointer: string;
  compared: (payout: Payout) => unknown;
  takenFrom: (payout: Payout, other: Payout) => Payout;
  shown: (payout: Payout, context: SentenceContext) => string;
}

const commissionOf = (commission: Commission | undefined) => [decimal(commission?.percent), decimal(commission?.fixed)];

const shownCommission = (commission: Commission | undefined, { currency }: SentenceContext): string => {
  if (commission === undefined) return "not set";
  return commission.percent === undefined
    ? formatAmount(commission.fixed ?? "0", currency)
    : formatPercent(commission.percent);
};

const partyField = (party: "partner" | "platform" | "advertiser", label: string): PayoutField => ({
  label,
  pointer: `/${party}`,
  compared: (payout) => commissionOf(payout[party]),
  takenFrom: (payout, other) => ({ ...payout, [party]: other[party] }),
  shown: (payout, context) => shownCommission(payout[party], context),
});

const postbackField = (key: "modifier" | "margin", label: string): PayoutField => ({
  label,
  pointer: `/postback/${key}`,
  compared: ({ postback }) => decimal(postback?.[key]),
  takenFrom: (payout, { postback }) => ({
    ...payout,
    postback: { mode: "ignored", ...payout.postback, [key]: postback?.[key] },
  }),
  shown: ({ postback }) => (postback?.[key] === undefined ? "not set" : formatPercent(postback[key])),
});

const boundField = (key: "min" | "max", label: string): PayoutField => ({
  label,
  pointer: `/${key}`,
  compared: (payout) => decimal(payout[key]),
  takenFrom: (payout, other) => ({ ...payout, [key]: other[key] }),
  shown: (payout, { currency }) => (payout[key] === undefined ? "not set" : formatAmount(payout[key], currency)),
});

const PAYOUT_FIELDS: readonly PayoutField[] = [
  {
    label: "the model",
    pointer: "/model",
    compared: (payout) => payout.model,
    takenFrom: (payout, { model }) => ({ ...payout, model }),
    shown: (payout) => payout.model,
  },
  partyField("partner", "the partner's commission"),
  partyField("platform", "the platform's commission"),
  partyField("advertiser", "what the advertiser pays"),
  {
    label: "the list of goals",
    pointer: "/goals",
    compared: ({ goals = [] }) =>
      goals.map(({ name, by, values, partner, platform, advertiser }) => [
        name,
        by,
        values,
        ...[partner, platform, advertiser].map(commissionOf),
      ]),
    takenFrom: (payout, { goals }) => ({ ...payout, goals }),
    // With the revenue share not overridden, a goal would not name its own commission.
    shown: (payout, context) =>
      `“${plainText(goalsSentence({ ...payout, overrideRevenueShare: true }, { ...context, whole: true })) || "none"}”`,
  },
  {
    label: "the payout in postback",
    pointer: "/postback/mode",
    compared: ({ postback }) => postback?.mode ?? "ignored",
    takenFrom: (payout, { postback }) => ({
      ...payout,
      postback: { ...payout.postback, mode: postback?.mode ?? "ignored" },
    }),
    shown: ({ postback }) => postback?.mode ?? "ignored",
  },
  postbackField("modifier", "the modifier of the postback's payout"),
  postbackField("margin", "the margin of the postback's payout"),
  {
    label: "“overrides the partner's revenue share”",
    pointer: "/overrideRevenueShare",
    compared: ({ overrideRevenueShare = true }) => overrideRevenueShare,
    takenFrom: (payout, { overrideRevenueShare }) => ({ ...payout, overrideRevenueShare }),
    shown: ({ overrideRevenueShare = true }) => yesOrNo(overrideRevenueShare),
  },
  boundField("min", "the least amount"),
  boundField("max", "the highest amount"),
];

/** The payout as one sentence each, and by itself every changed field that the sentence leaves out. */
export function payoutDifferences(before: Payout, after: Payout, context: SentenceContext): Difference[] {
  const changed = PAYOUT_FIELDS.filter(({ compared }) => !same(compared(before), compared(after)));
  if (changed.length === 0) return [];
  const read = (payout: Payout) => plainText(payoutSentence(payout, { ...context, whole: true }));
  const [was, is] = [read(before), read(after)];
  const told = (field: PayoutField) => was !== is && read(field.takenFrom(before, after)) !== was;
  return [
    ...fieldDifference("the payout", was, is, "/payout"),
    ...changed
      .filter((field) => !told(field))
      .flatMap(({ label, pointer, shown }) =>
        fieldDifference(label, shown(before, context), shown(after, context), `/payout${pointer}`),
      ),
  ];
}

const yesOrNo = (answer: boolean): string => (answer ? "yes" : "no");

const SETUP_LABELS: Record<keyof EventSetup, string> = {
  visibility: "the visibility",
  recurrent: "“accepts several conversions of one click”",
  classification: "the classification",
  conversionCap: "“counts towards the conversion cap”",
  revenueBudget: "“counts towards the revenue budget”",
};

/** @param unset what a field reads as when it is left out: inherited, or for a default payout the general default */
export function setupDifferences(before: EventSetup = {}, after: EventSetup = {}, unset?: string): Difference[] {
  const shown = (setup: EventSetup, key: keyof EventSetup): string => {
    const own = setup[key] ?? (unset === undefined ? SETUP_DEFAULTS[key] : undefined);
    if (own === undefined) return unset ?? "";
    return typeof own === "boolean" ? yesOrNo(own) : own === "kpi" ? "KPI" : own;
  };
  return (Object.keys(SETUP_LABELS) as (keyof EventSetup)[]).flatMap((key) =>
    fieldDifference(SETUP_LABELS[key], shown(before, key), shown(after, key), `/setup/${key}`),
  );
}
