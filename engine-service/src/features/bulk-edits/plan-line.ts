import type { Edit, MemberChange } from "@firstmatch/shared-types";
import { isMemberAt, termsAt } from "../../domain/standing.ts";
import { planChange, planJoin as planJoining } from "../members/member-plan.ts";
import { newest } from "../personal-payouts/personal-payout-store.ts";
import { done, type EditScope, type MemberState, type Plan, refusal, refused, unchanged } from "./plan.ts";
import { planCodes, planReissue } from "./plan-codes.ts";
import { planLinks } from "./plan-links.ts";
import { planPersonal } from "./plan-personal.ts";
import { namedList } from "./words.ts";

export type EditOf<Kind extends Edit["kind"]> = Extract<Edit, { kind: Kind }>;

/** What an edit would do to one member. Asking changes nothing, and asking after it was done answers "unchanged". */
export function planLine(scope: EditScope, state: MemberState, edit: Edit): Plan {
  if (edit.kind === "join") return planJoin(scope, state, edit);
  const { member } = state;
  if (!isMemberAt(member, Date.parse(scope.at))) return refused("is no member of this program");
  switch (edit.kind) {
    case "move":
    case "status":
    case "dates": {
      const plan = planChange(member, changeOf(edit), scope.at, scope.words);
      if (plan.result === "refused") return refusal(plan.problem);
      const left = plan.result === "done" && edit.kind === "move" ? leftBehind(scope, state, edit) : "";
      return { result: plan.result, sentence: plan.sentence + left };
    }
    case "codes":
    case "code-dates":
      return planCodes(scope, state.codes, edit);
    case "reissue-codes":
      return planReissue(scope, state.codes, edit);
    case "links":
      return planLinks(state.links, edit);
    default:
      return planPersonal(scope, { ...state, member }, edit);
  }
}

/** Personal payouts stand beside the terms that a member leaves. */
function leftBehind({ at, defaultTerms }: EditScope, { member, personal }: MemberState, { terms }: EditOf<"move">) {
  const leaves = termsAt(member, Date.parse(at)) ?? defaultTerms;
  if (leaves === (terms ?? defaultTerms)) return "";
  const titles = personal
    .filter((record) => record.terms === leaves)
    .map((record) => `"${newest(record).payout?.title}"`);
  if (titles.length === 0) return "";
  const one = titles.length === 1;
  return `; the personal payout${one ? "" : "s"} ${namedList(titles)} no longer ${one ? "pays" : "pay"} then`;
}

/** The edits that change the member itself, as a change to one member. */
export const changeOf = ({ kind: _, ...change }: EditOf<"move" | "status" | "dates">): MemberChange => change;

function planJoin(scope: EditScope, { name, member }: MemberState, { code, ...edit }: EditOf<"join">): Plan {
  if (name === undefined) return refused("is no partner; add it first");
  if (isMemberAt(member, Date.parse(scope.at))) return unchanged("is a member already");
  const plan = planJoining(member ?? null, edit, scope.at, scope.words);
  if (plan.result === "refused") return refusal(plan.problem);
  return done(`${plan.sentence}${code === undefined ? "" : ", and gets a promo code"}`);
}
