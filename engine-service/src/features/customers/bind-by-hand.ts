import type { CustomerChange, NewCustomer } from "@firstmatch/shared-types";
import { conflict, fault, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { findProgram } from "../programs/change-program.ts";
import { RECORDING_UNLESS_SET } from "../programs/program-store.ts";
import { customerDeed } from "./customer-deed.ts";
import { boundAt, customerKey, type StoredCustomer } from "./customer-store.ts";
import { noCustomer } from "./find-customers.ts";

/** Binds a customer whom no purchase has bound yet. */
export const addCustomer = (rooms: Rooms, program: string, { customer, ...change }: NewCustomer, doer: Doer) =>
  bindByHand(rooms, program, customer, change, doer, (before) => {
    if (before !== null)
      throw conflict(`The customer "${customer}" is there already, at revision ${before.revision}; change it instead.`);
  });

/** Binds a customer to another partner, or to nobody. */
export const changeCustomer = (
  rooms: Rooms,
  { program, customer }: { program: string; customer: string },
  revision: number,
  change: CustomerChange,
  doer: Doer,
) =>
  bindByHand(rooms, program, customer, change, doer, (before) => {
    if (before === null) throw noCustomer(program, customer);
    if (before.revision !== revision) throw stale(`The customer "${customer}"`, revision, before.revision);
  });

/** What was recorded before stays as it was decided; orders are counted from 0 again. */
async function bindByHand(
  rooms: Rooms,
  id: string,
  customer: string,
  change: CustomerChange,
  doer: Doer,
  check: (before: StoredCustomer | null) => void,
): Promise<StoredCustomer> {
  const { customers, journal, lines } = rooms;
  const program = await findProgram(rooms, id);
  const { lifetime } = program.recording ?? RECORDING_UNLESS_SET;
  const { partner } = change;
  if (partner !== null && (await rooms.partners.find(partner)) === null)
    throw fault("/partner", `there is no partner "${partner}"; add it first`);
  const key = customerKey(id, customer);
  return journal.enter(id, {
    wants: [{ of: customers.customers, id: key }],
    async run(set) {
      const before = await set.get(customers.customers, key);
      check(before);
      const now = rooms.now().toISOString();
      const holding = boundAt(before, lifetime, program.timezone, Date.parse(now))?.partner ?? null;
      const same = partner === null ? before?.partner === null : holding === partner;
      if (before !== null && same && change.boundAt === undefined) return before;
      const bindings = before?.bindings ?? [];
      const revision = (before?.revision ?? 0) + 1;
      const binding = { id: revision, from: momentOf(change, before, now), partner, conversion: null, orders: 0 };
      const after = { _id: key, program: id, customer, bindings: [...bindings, binding], revision };
      customers.put(set, after);
      lines.record(set, customerDeed(rooms, program, before, after, change, doer));
      return (await set.get(customers.customers, key)) as StoredCustomer;
    },
  });
}

function momentOf({ boundAt }: CustomerChange, before: StoredCustomer | null, now: string): string {
  const last = before?.bindings.at(-1)?.from;
  // Another process may have made the last one by a clock that is ahead.
  if (boundAt === undefined) return last !== undefined && last > now ? last : now;
  const from = new Date(boundAt).toISOString();
  if (from > now) throw fault("/boundAt", `must not be later than now, ${now}; got ${boundAt}`);
  if (last !== undefined && from < last)
    throw fault("/boundAt", `must not be before ${last}, when the customer was bound last; got ${boundAt}`);
  return from;
}
