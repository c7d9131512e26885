import type { Customer } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import { nameOf } from "../partners/name-of.ts";
import { RECORDING_UNLESS_SET, type StoredProgram } from "../programs/program-store.ts";
import { endOf, type StoredCustomer } from "./customer-store.ts";

/** A customer with whose it is in the end, and until when by the program's limit of months. */
export function printCustomer(rooms: Rooms, program: StoredProgram, stored: StoredCustomer): Customer {
  const { customer, partner, bindings, revision } = stored;
  const last = bindings.at(-1);
  const { lifetime } = program.recording ?? RECORDING_UNLESS_SET;
  const boundAt = partner === null ? null : (last?.from ?? null);
  return {
    id: customer,
    program: program._id,
    partner: partner === null ? null : { id: partner, name: nameOf(rooms, partner) },
    boundAt,
    ...{ conversion: last?.conversion ?? null, orders: last?.orders ?? 0 },
    until: boundAt === null ? null : endOf(boundAt, lifetime, program.timezone),
    revision,
  };
}
