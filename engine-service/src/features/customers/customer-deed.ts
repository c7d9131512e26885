import { type CustomerChange, formatMoment } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import { nameOf } from "../partners/name-of.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredCustomer } from "./customer-store.ts";

type Bound = Pick<StoredCustomer, "customer" | "bindings">;

/** The history's line about a customer who was bound by hand. */
export function customerDeed(
  rooms: Rooms,
  program: StoredProgram,
  before: Bound | null,
  after: Bound,
  { boundAt, reason }: CustomerChange,
  doer: Doer,
): Deed {
  const { customer } = after;
  const [was, is] = [before === null ? null : ownerOf(before), ownerOf(after)];
  const whose = (partner: string | null) => (partner === null ? "nobody" : nameOf(rooms, partner));
  const old = was === null ? "" : was === is ? " anew" : `, and no longer to ${whose(was)}`;
  const since = boundAt === undefined ? "" : `, from ${formatMoment(boundAt, program.timezone)} on`;
  const why = reason === undefined ? "" : `: ${reason}`;
  return {
    ...doneBy(doer),
    thing: { kind: "customer", id: customer, name: customer },
    program: program._id,
    partners: [...new Set([was, is])].filter((partner) => partner !== null),
    sentence: `Customer ${customer} is bound to ${whose(is)}${old}${since}${why}`,
    before: before === null ? null : sideOf(before),
    after: { ...sideOf(after), ...(reason !== undefined && { reason }) },
  };
}

const ownerOf = ({ bindings }: Bound): string | null => bindings.at(-1)?.partner ?? null;

const sideOf = (bound: Bound) => ({
  partner: ownerOf(bound),
  since: bound.bindings.at(-1)?.from ?? null,
  orders: bound.bindings.at(-1)?.orders ?? 0,
});
