import { type Cap, Decimal, type Fault, minorUnit, PER_PERIOD, printAmount } from "@firstmatch/shared-types";

/** What is wrong with the caps of a program, beside what the schema sees. An amount would be rounded that its currency cannot pay. */
export function capFaults(caps: readonly Cap[], currency: string): Fault[] {
  return caps.flatMap(({ measure, per, limit }, at): Fault[] => {
    const first = caps.findIndex((cap) => cap.measure === measure && cap.per === per);
    const twice = {
      pointer: `/caps/${at}`,
      message: `is a second cap on ${measure} ${PER_PERIOD[per]}, beside cap ${first + 1}; one of each is enough`,
    };
    const amount = new Decimal(limit);
    const digits = minorUnit(currency);
    const fine = {
      pointer: `/caps/${at}/limit`,
      message: `must have ${digits === 0 ? "no" : `at most ${digits}`} digits after the point in ${currency}, like ${printAmount(amount.toDecimalPlaces(digits, Decimal.ROUND_DOWN), currency)}; got ${limit}`,
    };
    return [
      ...(first === at ? [] : [twice]),
      ...(measure === "revenue" && amount.decimalPlaces() > digits ? [fine] : []),
    ];
  });
}
