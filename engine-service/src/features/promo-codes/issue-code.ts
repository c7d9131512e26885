import { randomInt } from "node:crypto";
import type { NewPromoCode } from "@firstmatch/shared-types";
import { type CodeHolding, mayCount } from "../../domain/code-holding.ts";
import { heldAt, withLatest } from "../../domain/timeline.ts";
import { conflict, fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { checkMember } from "../members/check-member.ts";
import { nameOf } from "../partners/name-of.ts";
import { findProgram } from "../programs/change-program.ts";
import { CODE_PATTERN_UNLESS_SET } from "../programs/program-store.ts";
import { codeDeed } from "./code-deed.ts";
import { generateCode, variants } from "./generate-code.ts";
import { codeKey, codesTurn, type StoredPromoCode } from "./promo-code-store.ts";

/** Gives a member a promo code, its own or a generated one, from now on. */
export async function issueCode(
  rooms: Rooms,
  program: string,
  wanted: NewPromoCode,
  doer: Doer,
): Promise<StoredPromoCode> {
  await checkMember(rooms, program, wanted.partner);
  const holding: CodeHolding = { partner: wanted.partner, active: true, from: null, until: null };
  return inTurn(rooms, program, async (at) => {
    const dated = { ...holding, ...dates(wanted) };
    checkDates(dated);
    const code = wanted.code ?? (await freeCode(rooms, program, wanted.partner, wanted.pattern));
    return give(rooms, { program, code, holding: dated, replaces: null, at }, doer);
  });
}

/** Codes of one program go one after the other, so that none is generated twice. */
export const inTurn = <T>(rooms: Rooms, program: string, write: (at: string) => Promise<T>): Promise<T> =>
  rooms.turns.take(codesTurn(program), () => rooms.moments.change(program, write));

interface Given {
  program: string;
  code: string;
  holding: CodeHolding;
  replaces: string | null;
  at: string;
}

/** One document per code: of several who want it at once, one gets it. */
export async function give(
  rooms: Rooms,
  { program, code, holding, replaces, at }: Given,
  doer: Doer,
): Promise<StoredPromoCode> {
  const there = await rooms.codes.find(codeKey(program, code));
  const before = there && (heldAt(there.holding, Date.parse(at)) ?? null);
  if (before !== null && mayCount(before, Date.parse(at))) throw taken(rooms, code, before, holding);
  checkCoupon(rooms, program, code, holding.partner);
  const sentence = `${nameOf(rooms, holding.partner)} gets the promo code ${code}${replaces === null ? "" : `, which takes over from ${replaces}`}`;
  const deed = codeDeed({ program, code, sentence, before, after: holding }, doer);
  const entry = { from: at, value: holding };
  const fields = { code, partner: holding.partner, replaces };
  const stored =
    there === null
      ? await rooms.codes.insert(
          { _id: codeKey(program, code), program, ...fields, holding: [entry], createdAt: at },
          deed,
        )
      : await rooms.codes.change(there, { ...fields, holding: withLatest(there.holding, entry), createdAt: at }, deed);
  if (stored === null) throw conflict(`The promo code "${code}" was given to somebody else at this very moment.`);
  rooms.known.codes.put(stored);
  return stored;
}

const taken = (rooms: Rooms, code: string, { partner }: CodeHolding, wanted: CodeHolding) =>
  conflict(
    partner === wanted.partner
      ? `${nameOf(rooms, partner)} has the promo code "${code}" already.`
      : `The promo code "${code}" belongs to ${nameOf(rooms, partner)} (${partner}); deactivate it there first, or take another.`,
  );

/** An event without a partner goes by the coupon code first, so a code of two partners would not pay whom it seems to. */
export function checkCoupon(rooms: Rooms, program: string, code: string, partner: string): void {
  const other = rooms.known.personal.couponHolders(program, code).find((holder) => holder !== partner);
  if (other !== undefined)
    throw conflict(
      `The code "${code}" is the coupon code of a personal payout of ${nameOf(rooms, other)} (${other}); take another.`,
    );
}

/** A new code that nobody ever had; the members of its program are known in memory. */
export async function freeCode(
  rooms: Rooms,
  program: string,
  partner: string,
  pattern = "",
  random: (below: number) => number = randomInt,
): Promise<string> {
  const { codePattern = CODE_PATTERN_UNLESS_SET } = await findProgram(rooms, program);
  const wanted = pattern || codePattern;
  const code = generateCode(
    wanted,
    nameOf(rooms, partner),
    random,
    (tried) =>
      rooms.known.codes.get(program, tried) !== undefined ||
      rooms.known.personal.couponHolders(program, tried).length > 0,
  );
  if (code !== undefined) return code;
  throw conflict(
    `The pattern ${wanted} has no free code left for "${partner}", of ${variants(wanted)}; use one with more N or X.`,
  );
}

/** Moments are kept in one form, so that they compare as texts. */
export const dates = ({ from, until }: { from?: string | null | undefined; until?: string | null | undefined }) => ({
  ...(from !== undefined && { from: from && new Date(from).toISOString() }),
  ...(until !== undefined && { until: until && new Date(until).toISOString() }),
});

export function checkDates({ from, until }: CodeHolding): void {
  if (from !== null && until !== null && from >= until)
    throw fault("/until", `must be after from, ${from}; ${until} is not, so the code would never count`);
}
