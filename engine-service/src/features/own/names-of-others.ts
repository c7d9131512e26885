import { type Condition, foldText } from "@firstmatch/shared-types";
import type { LastKnown } from "../evaluate/last-known.ts";

/** Operators that compare a whole value; the others look for a part of it. */
const WHOLE: readonly string[] = ["isAnyOf", "isNoneOf", "equal", "notEqual"];

/**
 * Tells whether a text in criteria is another partner's id, name, promo code or coupon code. Of codes, a part tells
 * enough already: it is shown of none.
 */
export function namesOfOthers({ partners, codes, personal }: LastKnown, program: string, partner: string) {
  let names: Set<string> | undefined;
  const read = () =>
    new Set(partners.all().flatMap(({ _id, name }) => (_id === partner ? [] : [foldText(_id), foldText(name)])));
  return (text: string, { fact, operator }: Condition): boolean => {
    if (fact === "promoCode" && !WHOLE.includes(operator)) return true;
    const bare = text.replaceAll("*", "").trim();
    const holders = [codes.get(program, bare)?.partner ?? [], personal.couponHolders(program, bare)].flat();
    names ??= read();
    return holders.some((holder) => holder !== partner) || names.has(foldText(bare));
  };
}
