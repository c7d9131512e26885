import { type CustomerStore, customerKey } from "../customers/customer-store.ts";
import type { WorkingSet } from "../journal/working-set.ts";
import type { Kept } from "./correction.ts";

/**
 * Counts one order less of the binding that the order was counted by. One that a purchase made, and that still holds, ends
 * with the last of its orders, as if it had never been, so that the customer can be bound anew.
 *
 * @returns the customer, where the binding ends
 */
export async function releaseOrder(
  customers: CustomerStore,
  set: WorkingSet,
  { program, customer, binding: id }: Pick<Kept, "program" | "customer" | "binding">,
): Promise<string | null> {
  const bound = customer === null ? null : await set.get(customers.customers, customerKey(program, customer));
  const binding = bound?.bindings.find((each) => each.id === id);
  if (!bound || binding === undefined) return null;
  const orders = binding.orders - 1;
  const ends = orders === 0 && binding.conversion !== null && bound.bindings.at(-1) === binding;
  const bindings = ends
    ? bound.bindings.slice(0, -1)
    : bound.bindings.map((each) => (each === binding ? { ...binding, orders } : each));
  customers.put(set, { ...bound, bindings, revision: bound.revision + 1 });
  return ends ? customer : null;
}
