import type { LifetimeLimits } from "@firstmatch/shared-types";
import { withEntry } from "../../domain/timeline.ts";
import { boundAt, type CustomerStore, customerKey } from "../customers/customer-store.ts";
import type { WorkingSet } from "../journal/working-set.ts";
import type { StoredProgram } from "../programs/program-store.ts";

/** A purchase that a lifetime payout pays. */
interface Purchase {
  customer: string;
  partner: string;
  conversion: string;
  occurredAt: string;
}

/**
 * Binds the customer to the partner by the first such purchase, counts an order by each one after it. Nobody is bound
 * anew whose binding has run out: the limits would limit nothing.
 *
 * @returns whether the purchase counts as an order of the binding
 */
export async function bindCustomer(
  customers: CustomerStore,
  set: WorkingSet,
  program: StoredProgram,
  limits: LifetimeLimits,
  { customer, partner, conversion, occurredAt }: Purchase,
): Promise<boolean> {
  const _id = customerKey(program._id, customer);
  const before = await set.get(customers.customers, _id);
  const bound = boundAt(before, limits, program.timezone, Date.parse(occurredAt));
  if (before !== null && bound?.partner === partner) {
    customers.put(set, { ...before, orders: before.orders + 1, revision: before.revision + 1 });
    return true;
  }
  const free = before === null || before.held.every(({ value }) => value === null);
  if (!free) return false;
  customers.put(set, {
    ...{ _id, program: program._id, customer, conversion, orders: 1 },
    held: withEntry(before?.held ?? [], { from: occurredAt, value: partner }),
    revision: (before?.revision ?? 0) + 1,
  });
  return true;
}
