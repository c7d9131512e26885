import { formatMoment, type PromoCodeChange } from "@firstmatch/shared-types";
import { type CodeHolding, mayCount } from "../../domain/code-holding.ts";
import { type From, withLatest } from "../../domain/timeline.ts";
import { fault, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { nameOf } from "../partners/name-of.ts";
import { codeDeed } from "./code-deed.ts";
import { findCode } from "./find-code.ts";
import { checkCoupon, checkDates, dates, inTurn } from "./issue-code.ts";
import type { StoredPromoCode } from "./promo-code-store.ts";

/** Activates or deactivates a code, or changes from when to when it counts; from now on. */
export async function changeCode(
  rooms: Rooms,
  program: string,
  code: string,
  revision: number,
  change: PromoCodeChange,
  doer: Doer,
): Promise<StoredPromoCode> {
  if (Object.keys(change).length === 0) throw fault("", "changes nothing; send active, from or until");
  return inTurn(rooms, program, async (at) => {
    const found = await findCode(rooms, program, code);
    if (found.revision !== revision) throw staleCode(found, revision);
    return hold(rooms, found, { ...holderOf(found), ...active(change), ...dates(change) }, at, doer);
  });
}

const active = ({ active }: PromoCodeChange) => (active === undefined ? {} : { active });

/** The last entry of a code; changes of codes take force at once, so it holds now. */
export const holderOf = ({ holding }: Pick<StoredPromoCode, "holding">): CodeHolding =>
  (holding.at(-1) as From<CodeHolding>).value;

export const staleCode = ({ code, revision }: StoredPromoCode, named: number) =>
  stale(`The promo code "${code}"`, named, revision);

/** Writes what holds for a code from now on; nothing where it does so already. */
export async function hold(
  rooms: Rooms,
  found: StoredPromoCode,
  after: CodeHolding,
  at: string,
  doer: Doer,
): Promise<StoredPromoCode> {
  const { program, code } = found;
  const before = holderOf(found);
  checkDates(after);
  if (mayCount(after, Date.parse(at)) && !mayCount(before, Date.parse(at)))
    checkCoupon(rooms, program, code, after.partner);
  const timezone = rooms.known.program(program)?.timezone ?? "UTC";
  const sentence = sentenceOf(`${nameOf(rooms, after.partner)}'s promo code ${code}`, before, after, timezone);
  if (sentence === undefined) return found;
  const stored = await rooms.codes.change(
    found,
    { holding: withLatest(found.holding, { from: at, value: after }) },
    codeDeed({ program, code, sentence, before, after }, doer),
  );
  if (stored === null) throw staleCode(await findCode(rooms, program, code), found.revision);
  rooms.known.codes.put(stored);
  return stored;
}

/** Undefined where nothing differs. */
function sentenceOf(what: string, before: CodeHolding, after: CodeHolding, timezone: string): string | undefined {
  const shown = (moment: string | null) => (moment === null ? "any time" : formatMoment(moment, timezone));
  const parts = [
    before.active !== after.active && `is ${after.active ? "activated" : "deactivated"}`,
    before.from !== after.from && `counts from ${shown(after.from)}`,
    before.until !== after.until && `counts until ${shown(after.until)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${what} ${parts.join(", ")}`;
}
