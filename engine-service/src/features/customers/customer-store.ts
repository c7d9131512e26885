import type { LifetimeLimits } from "@firstmatch/shared-types";
import { DateTime } from "luxon";
import { type Held, heldAt } from "../../domain/timeline.ts";
import type { Bound } from "../evaluate/recorded.ts";
import type { Journal } from "../journal/journal.ts";
import type { Journaled, WorkingSet } from "../journal/working-set.ts";

/** A customer of a program, and whose its purchases are by a lifetime payout. */
export interface StoredCustomer extends Journaled {
  program: string;
  customer: string;
  /** Along time, from when the purchase occurred that bound it; null: nobody's. */
  held: Held<string | null>;
  /** Whose it is in the end: the last of `held`, to be found by. */
  partner: string | null;
  /** The conversion that bound it last; null: somebody did by hand. */
  conversion: string | null;
  /** Purchases paid by the binding that holds, the first one among them, without reversed ones. */
  orders: number;
  revision: number;
}

export type CustomerStore = ReturnType<typeof customerStore>;

export function customerStore(journal: Journal) {
  const customers = journal.shelf<StoredCustomer>("customers", [
    { fields: ["program", "_id"] },
    { fields: ["program", "partner", "_id"] },
    { fields: ["customer"] },
  ]);
  return {
    customers,

    put: (set: WorkingSet, customer: Omit<StoredCustomer, "seq" | "partner">): void =>
      set.put(customers, { ...customer, partner: customer.held.at(-1)?.value ?? null }),

    find: (program: string, customer: string) => customers.documents.findOne({ _id: customerKey(program, customer) }),
  };
}

export const customerKey = (program: string, customer: string) => `${program}/${customer}`;

/** Whose a purchase at that moment is; null where nobody's, or where the program's limit of months or orders is over. */
export function boundAt(
  customer: StoredCustomer | null,
  limits: LifetimeLimits,
  timezone: string,
  moment: number,
): Bound | null {
  const entry = customer?.held.findLast(({ from }) => Date.parse(from) <= moment);
  if (customer === null || entry === undefined || entry.value === null) return null;
  const until = endOf(entry.from, limits, timezone);
  if (until !== null && moment >= Date.parse(until)) return null;
  if (limits.orders !== null && heldAt(customer.held, Infinity) === entry.value && customer.orders >= limits.orders)
    return null;
  return { partner: entry.value, since: entry.from };
}

/** When the limit of months ends what began at that moment; null without one. */
export const endOf = (since: string, { months }: LifetimeLimits, timezone: string): string | null =>
  months === null ? null : DateTime.fromISO(since, { zone: timezone }).plus({ months }).toUTC().toISO();
