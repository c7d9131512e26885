import { type Condition, foldText, paramName } from "@firstmatch/shared-types";
import type { LastKnown } from "../evaluate/last-known.ts";
import type { PartnerBook } from "../partners/partner-book.ts";

/** Facts that managers use to tell partners apart. "New" is a customer's status, whoever else may be called so. */
const TELLING: ReadonlySet<string> = new Set([
  "customerId",
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
 * Tells whether a text in criteria is another partner's id, name, promo code or coupon code. Of codes, a part
 * tells enough already: it is shown of none.
 */
export function namesOfOthers({ partners, codes, personal }: LastKnown, program: string, partner: string) {
  const own = new Set([partner, partners.get(partner)?.name ?? ""].map(foldText));
  return (text: string, { fact, operator }: Condition): boolean => {
    if (!TELLING.has(fact) && paramName(fact) === undefined) return false;
    if (fact === "promoCode" && !WHOLE.has(operator)) return true;
    const bare = text.replaceAll("*", "").trim();
    const holders = [codes.get(program, bare)?.partner ?? [], personal.couponHolders(program, bare)].flat();
    const folded = foldText(bare);
    return holders.some((holder) => holder !== partner) || (!own.has(folded) && namesIn(partners).has(folded));
  };
}

/** Of all partners, folded; there may be tens of thousands, so they are gathered anew only when another name has come. */
function namesIn(partners: PartnerBook): ReadonlySet<string> {
  const sorted = partners.sorted();
  // The key is the folded name, then the id.
  const names =
    gathered.get(sorted) ??
    new Set(sorted.flatMap(({ key, partner: { _id } }) => [key.slice(0, -_id.length - 1), foldText(_id)]));
  gathered.set(sorted, names);
  return names;
}

const gathered = new WeakMap<object, ReadonlySet<string>>();
