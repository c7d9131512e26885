import { randomInt } from "node:crypto";
import type { Reissue } from "@firstmatch/shared-types";
import { mayCount } from "../../domain/code-holding.ts";
import { conflict, fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { followCode } from "../personal-payouts/follow-code.ts";
import { hold, holderOf, staleCode } from "./change-code.ts";
import type { KnownPromoCode } from "./code-book.ts";
import { findCode } from "./find-code.ts";
import { freeCode, give, inTurn } from "./issue-code.ts";
import type { StoredPromoCode } from "./promo-code-store.ts";

/**
 * A new code for the member of an old one, which stops now, or runs out at `oldUntil`. What stops is also what the
 * member's personal payouts ask for, so they ask for the new one from then on. The old code is changed last: a crash in
 * between leaves the member with both, and the next try goes on from there instead of making a third.
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
  const oldUntil = wanted.oldUntil && new Date(wanted.oldUntil).toISOString();
  const { old, fresh } = await inTurn(rooms, program, async (at) => {
    const old = await findCode(rooms, program, oldCode);
    if (old.revision !== revision) throw staleCode(old, revision);
    const holder = holderOf(old);
    if (!mayCount(holder, Date.parse(at)))
      throw conflict(`The promo code "${old.code}" does not count any more, so there is nothing to re-issue.`);
    if (oldUntil !== undefined && oldUntil <= at)
      throw fault("/oldUntil", `must not be in the past: ${wanted.oldUntil} is not after ${at}; leave it out for now`);
    const successor = successorOf(rooms, old);
    if (successor !== undefined && successor.createdAt <= (old.holding.at(-1)?.from ?? ""))
      throw conflict(`The promo code "${old.code}" was re-issued already, as "${successor.code}".`);
    if (successor !== undefined) return { old, fresh: successor };
    const code = wanted.code ?? (await freeCode(rooms, program, holder.partner, wanted.pattern, random));
    const given = { program, code, holding: { ...holder, from: null }, replaces: old.code, at };
    return { old, fresh: await give(rooms, given, doer) };
  });
  const { partner } = old;
  if (oldUntil === undefined) await followCode(rooms, { program, partner, from: old.code, to: fresh.code }, doer);
  const after = { ...holderOf(old), ...(oldUntil === undefined ? { active: false } : { until: oldUntil }) };
  await inTurn(rooms, program, (at) => hold(rooms, old, after, at, doer));
  return fresh;
}

/** The code that took over from this one. */
const successorOf = ({ known }: Rooms, { program, code, partner }: StoredPromoCode) =>
  known.codes.ofMember(program, partner).find(({ replaces }) => replaces === code);
