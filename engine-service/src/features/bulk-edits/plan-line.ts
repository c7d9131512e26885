import type { Edit, MemberChange } from "@firstmatch/shared-types";
import { isMemberAt } from "../../domain/standing.ts";
import { planChange, planJoin as planJoining } from "../members/member-plan.ts";
import { done, type EditScope, type MemberState, type Plan, refusal, refused, unchanged } from "./plan.ts";
import { planCodes, planReissue } from "./plan-codes.ts";
import { planLinks } from "./plan-links.ts";
import { planPersonal } from "./plan-personal.ts";

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
      return plan.result === "refused" ? refusal(plan.problem) : { result: plan.result, sentence: plan.sentence };
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

/** The edits that change the member itself, as a change to one member. */
export const changeOf = ({ kind: _, ...change }: EditOf<"move" | "status" | "dates">): MemberChange => change;

function planJoin(scope: EditScope, { name, member }: MemberState, { code, ...edit }: EditOf<"join">): Plan {
  if (name === undefined) return refused("is no partner; add it first");
  if (isMemberAt(member, Date.parse(scope.at))) return unchanged("is a member already");
  const plan = planJoining(member ?? null, edit, scope.at, scope.words);
  if (plan.result === "refused") return refusal(plan.problem);
  return done(`${plan.sentence}${code === undefined ? "" : ", and gets a promo code"}`);
}
