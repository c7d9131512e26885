import { Decimal, printAmount } from "@firstmatch/shared-types";

/** Amounts of one currency added up exactly, in major units: "0.10" and "0.20" are "0.30". */
export const sumOf = (amounts: readonly string[], currency: string): string =>
  printAmount(
    amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)),
    currency,
  );
