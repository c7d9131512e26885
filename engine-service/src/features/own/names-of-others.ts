import { type Condition, foldText, paramName } from "@firstmatch/shared-types";
import type { LastKnown } from "../evaluate/last-known.ts";

/** Facts that managers use to tell partners apart. "New" is a customer's status, whoever else may be called so. */
const TELLING: ReadonlySet<string> = new Set([
  "promoCode",
  "source",
  "subSource",
  "referralUrl",
  "landingUrl",
  "clickId",
  "eventParameter",
]);

/** Operators that compare a whole value; the others look for a part of it. */
const WHOLE: ReadonlySet<string> = new Set(["isAnyOf", "isNoneOf"]);

/**
 * Tells whether a text in criteria is another partner's id, name, promo code or coupon code. Of codes, a part tells
 * enough already: it is shown of none.
 */
export function namesOfOthers({ partners, codes, personal }: LastKnown, program: string, partner: string) {
  let names: Set<string> | undefined;
  const read = () =>
    new Set(partners.all().flatMap(({ _id, name }) => (_id === partner ? [] : [foldText(_id), foldText(name)])));
  return (text: string, { fact, operator }: Condition): boolean => {
    if (!TELLING.has(fact) && paramName(fact) === undefined) return false;
    if (fact === "promoCode" && !WHOLE.has(operator)) return true;
    const bare = text.replaceAll("*", "").trim();
    const holders = [codes.get(program, bare)?.partner ?? [], personal.couponHolders(program, bare)].flat();
    names ??= read();
    return holders.some((holder) => holder !== partner) || names.has(foldText(bare));
  };
}
