import { type CustomerStore, customerKey } from "../customers/customer-store.ts";
import type { WorkingSet } from "../journal/working-set.ts";
import type { Kept } from "./correction.ts";

/**
 * Counts one order less of a customer who is bound for life, where the order belongs to the binding that still holds:
 * one made by hand since then counts from 0. A binding that a purchase made ends with the last of its orders, as if it
 * had never been, so that the customer can be bound anew.
 *
 * @returns the customer, where the binding ends
 */
export async function releaseOrder(
  customers: CustomerStore,
  set: WorkingSet,
  { program, customer, partner, occurredAt }: Pick<Kept, "program" | "customer" | "partner" | "occurredAt">,
): Promise<string | null> {
  const bound = customer === null ? null : await set.get(customers.customers, customerKey(program, customer));
  const binding = bound?.held.at(-1);
  if (!bound || binding === undefined || binding.value !== partner || binding.from > occurredAt) return null;
  const orders = Math.max(0, bound.orders - 1);
  const ends = orders === 0 && bound.conversion !== null;
  customers.put(set, {
    ...bound,
    ...(ends && { held: bound.held.slice(0, -1), conversion: null }),
    orders,
    revision: bound.revision + 1,
  });
  return ends ? customer : null;
}
