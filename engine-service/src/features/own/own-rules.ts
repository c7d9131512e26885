import {
  type Condition,
  type Conditions,
  criteriaSentence,
  type EventSetup,
  effectiveSetup,
  type OwnProgram,
  type Payout,
  type PersonalPayout,
  plainText,
  type Terms,
  type TermsEvent,
} from "@firstmatch/shared-types";
import { forPartner } from "./for-partner.ts";
import { ownPayout } from "./own-payout.ts";

type OwnRule = OwnProgram["events"][number]["rules"][number];

/** Whose rules are shown, of which document. */
export interface RulesReader {
  terms: Terms;
  partner: string;
  /** The partner's revenue share in the program, "70" is 70 %; null: none. */
  share: string | null;
  isOthers: (text: string, condition: Condition) => boolean;
}

interface Candidate extends Pick<OwnRule, "kind" | "name" | "couponCode"> {
  enabled: boolean;
  conditions: Conditions;
  payout: Payout;
  setup: EventSetup | undefined;
}

/**
 * What one partner is paid for an event type, in the order in which it is tried (contract 3.1). Left out is what is
 * switched off, what is private ("not visible to the affiliate"), and what can never concern this partner.
 *
 * @param personal the partner's own, the older first
 */
export function ownRules(event: TermsEvent, personal: readonly PersonalPayout[], reader: RulesReader): OwnRule[] {
  const { currency, timezone } = reader.terms;
  let reached = true;
  return candidates(event, personal).flatMap(({ enabled, conditions, payout, setup: given, ...rule }) => {
    const setup = effectiveSetup(given, event.default.setup);
    const asked = enabled && setup.visibility === "public" ? forPartner(conditions, { ...reader, timezone }) : null;
    if (asked === null) return [];
    const shown: OwnRule = {
      ...rule,
      criteria: plainText(criteriaSentence(asked, { currency, whole: true, toPartner: true })),
      payout: ownPayout(payout, { currency, level: event.level, setup, share: reader.share }),
      reached,
    };
    if (asked.all.length === 0 && rule.couponCode === null) reached = false;
    return [shown];
  });
}

const candidates = (event: TermsEvent, personal: readonly PersonalPayout[]): Candidate[] => [
  ...personal.map(
    ({ title, partners, enabled, couponCode, conditions, event: { params } }): Candidate => ({
      kind: "personal",
      // Of a payout for several, the title may well name one of the others.
      name: partners.length === 1 ? title : null,
      couponCode: couponCode ?? null,
      enabled: enabled !== false,
      conditions,
      ...{ payout: params.payout, setup: params.setup },
    }),
  ),
  ...(event.groups ?? []).map(
    ({ name, enabled, conditions, event: { params } }): Candidate => ({
      ...{ kind: "group", name, couponCode: null, conditions },
      enabled: enabled !== false && event.customGroups !== false,
      ...{ payout: params.payout, setup: params.setup },
    }),
  ),
  {
    ...{ kind: "default", name: null, couponCode: null, enabled: true, conditions: { all: [] } },
    ...{ payout: event.default.payout, setup: undefined },
  },
];
