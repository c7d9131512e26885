import { netAmounts } from "../../domain/base.ts";
import { toMinor } from "../../domain/minor-units.ts";
import type { Reversible } from "../../domain/reversal.ts";
import { eventOf, type StoredConversion } from "./conversion-store.ts";

type Parts = Pick<StoredConversion, "lines" | "left" | "reversedItems" | "event" | "currency">;

/** A conversion as its reversal sees it. */
export const reversibleOf = ({ lines, left, reversedItems, event, currency }: Parts): Reversible => ({
  ...{ lines, left, reversedItems, currency },
  items: netAmounts(eventOf({ event }), currency).map((net) => net && toMinor(net.amount, currency)),
});
