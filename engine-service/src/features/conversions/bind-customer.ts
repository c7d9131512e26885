import type { LifetimeLimits } from "@firstmatch/shared-types";
import { type Binding, bindingAt, type CustomerStore, customerKey } from "../customers/customer-store.ts";
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
 * @returns the binding that it counts as an order of; null: none
 */
export async function bindCustomer(
  customers: CustomerStore,
  set: WorkingSet,
  program: StoredProgram,
  limits: LifetimeLimits,
  { customer, partner, conversion, occurredAt }: Purchase,
): Promise<number | null> {
  const _id = customerKey(program._id, customer);
  const before = await set.get(customers.customers, _id);
  const bindings = before?.bindings ?? [];
  const revision = (before?.revision ?? 0) + 1;
  const holding = bindingAt(before, limits, program.timezone, Date.parse(occurredAt));
  const paying = holding?.partner === partner ? holding : null;
  if (paying === null && bindings.some((binding) => binding.partner !== null)) return null;
  const first: Binding = { id: revision, from: occurredAt, partner, conversion, orders: 1 };
  const after =
    paying === null
      ? inOrder([...bindings, first])
      : bindings.map((binding) => (binding.id === paying.id ? { ...binding, orders: binding.orders + 1 } : binding));
  customers.put(set, { _id, program: program._id, customer, bindings: after, revision });
  return (paying ?? first).id;
}

/** Of two from the same moment, the newer one comes last, and holds. */
const inOrder = (bindings: readonly Binding[]): Binding[] =>
  [...bindings].sort((one, other) => Date.parse(one.from) - Date.parse(other.from));
