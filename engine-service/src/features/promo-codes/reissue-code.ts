import { randomInt } from "node:crypto";
import type { Reissue } from "@firstmatch/shared-types";
import { mayCount } from "../../domain/code-holding.ts";
import { conflict, fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { hold, holderOf, staleCode } from "./change-code.ts";
import type { KnownPromoCode } from "./code-book.ts";
import { findCode } from "./find-code.ts";
import { freeCode, give, inTurn } from "./issue-code.ts";
import type { StoredPromoCode } from "./promo-code-store.ts";

/**
 * A new code for the member of an old one, which stops now, or runs out at `oldUntil`. The new one comes first: a crash
 * in between leaves the member with both, and the next try goes on from there instead of making a third.
 *
 * @param random seeded, where whoever repeats it must generate the same code
 */
export async function reissueCode(
  rooms: Rooms,
  program: string,
  oldCode: string,
  revision: number,
  wanted: Reissue,
  doer: Doer,
  random: (below: number) => number = randomInt,
): Promise<KnownPromoCode> {
  return inTurn(rooms, program, async (at) => {
    const old = await findCode(rooms, program, oldCode);
    if (old.revision !== revision) throw staleCode(old, revision);
    const holder = holderOf(old);
    const now = Date.parse(at);
    if (!mayCount(holder, now))
      throw conflict(`The promo code "${old.code}" does not count any more, so there is nothing to re-issue.`);
    const oldUntil = wanted.oldUntil && new Date(wanted.oldUntil).toISOString();
    if (oldUntil !== undefined && oldUntil <= at)
      throw fault("/oldUntil", `must not be in the past: ${wanted.oldUntil} is not after ${at}; leave it out for now`);
    const successor = successorOf(rooms, old);
    if (successor !== undefined && successor.createdAt <= (old.holding.at(-1)?.from ?? ""))
      throw conflict(`The promo code "${old.code}" was re-issued already, as "${successor.code}".`);
    const fresh =
      successor ??
      (await give(
        rooms,
        {
          program,
          code: wanted.code ?? (await freeCode(rooms, program, holder.partner, wanted.pattern, random)),
          holding: { ...holder, from: null },
          replaces: old.code,
          at,
        },
        doer,
      ));
    await hold(
      rooms,
      old,
      oldUntil === undefined ? { ...holder, active: false } : { ...holder, until: oldUntil },
      at,
      doer,
    );
    return fresh;
  });
}

/** The code that took over from this one. */
const successorOf = ({ known }: Rooms, { program, code, partner }: StoredPromoCode) =>
  known.codes.ofMember(program, partner).find(({ replaces }) => replaces === code);
