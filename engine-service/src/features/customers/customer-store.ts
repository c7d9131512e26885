import type { LifetimeLimits } from "@firstmatch/shared-types";
import { DateTime } from "luxon";
import type { Bound } from "../evaluate/recorded.ts";
import type { Journal } from "../journal/journal.ts";
import type { Journaled, WorkingSet } from "../journal/working-set.ts";

/** A customer of a program, and whose its purchases are by a lifetime payout. */
export interface StoredCustomer extends Journaled {
  program: string;
  customer: string;
  /** Along time, the earlier first. */
  bindings: readonly Binding[];
  /** Whose it is in the end: by the last binding, to be found by. */
  partner: string | null;
  revision: number;
}

/** Holds from a moment on, until the next one does. */
export interface Binding {
  /** The customer's revision that made it. */
  id: number;
  /** When the purchase occurred that made it, or somebody by hand. */
  from: string;
  /** Null: nobody's. */
  partner: string | null;
  /** The conversion that made it; null: somebody did by hand. */
  conversion: string | null;
  /** Purchases that it paid, the first one among them, without reversed ones. */
  orders: number;
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
      set.put(customers, { ...customer, partner: customer.bindings.at(-1)?.partner ?? null }),

    find: (program: string, customer: string) => customers.documents.findOne({ _id: customerKey(program, customer) }),
  };
}

export const customerKey = (program: string, customer: string) => `${program}/${customer}`;

/** What pays a purchase at that moment; null where nobody is bound, or the program's limit of months or orders is over. */
export function bindingAt(
  customer: StoredCustomer | null,
  limits: LifetimeLimits,
  timezone: string,
  moment: number,
): (Binding & { partner: string }) | null {
  const binding = customer?.bindings.findLast(({ from }) => Date.parse(from) <= moment);
  const partner = binding?.partner ?? null;
  if (binding === undefined || partner === null) return null;
  const until = endOf(binding.from, limits, timezone);
  if (until !== null && moment >= Date.parse(until)) return null;
  if (limits.orders !== null && binding.orders >= limits.orders) return null;
  return { ...binding, partner };
}

/** Whose a purchase at that moment is. */
export function boundAt(...asked: Parameters<typeof bindingAt>): Bound | null {
  const binding = bindingAt(...asked);
  return binding && { partner: binding.partner, since: binding.from };
}

/** When the limit of months ends what began at that moment; null without one. */
export const endOf = (since: string, { months }: LifetimeLimits, timezone: string): string | null =>
  months === null ? null : DateTime.fromISO(since, { zone: timezone }).plus({ months }).toUTC().toISO();
