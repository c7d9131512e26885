import { DateTime } from "luxon";
import { withoutPersonal } from "../features/drafts/draft-faults.ts";
import { saveDraft } from "../features/drafts/save-draft.ts";
import { Moments } from "../features/evaluate/moments.ts";
import { createPersonalPayout } from "../features/personal-payouts/save-personal-payout.ts";
import { changeProgram } from "../features/programs/change-program.ts";
import { createProgram, FIRST_TERMS } from "../features/programs/create-program.ts";
import { createTerms } from "../features/terms/create-terms.ts";
import { publishTerms } from "../features/versions/publish-terms.ts";
import type { Rooms } from "../wire.ts";
import { ACME, ACME_SETTINGS, GOLD, STANDARD } from "./acme-outfitters.ts";
import { BRIGHTSIDE, BRIGHTSIDE_TERMS } from "./brightside-energy.ts";
import { plantConversions } from "./plant-conversions.ts";
import { plantCorrections } from "./plant-corrections.ts";
import { plantPartners } from "./plant-partners.ts";
import { plantPayoutRun } from "./plant-payout-run.ts";

const author = "Firstmatch demo";
const DOER = { by: { id: "demo", name: author } };

/** Since when the demo's programs have been there, so that a month of conversions is decided by the terms of members. */
const FOUNDED_DAYS_AGO = 90;

/** Fills an empty store, through the doors that everyone uses. True when the demo's first program is there to be asked. */
export async function plantDemo(rooms: Rooms): Promise<boolean> {
  if ((await rooms.programs.list({ limit: 1 })).length === 0) {
    await plantPrograms(rooms);
    const recordings = await plantConversions(rooms, DOER);
    await plantPayoutRun(rooms, DOER);
    await plantCorrections(rooms, recordings, DOER);
  }
  return (await rooms.versions.latest(ACME.id, FIRST_TERMS.id)) !== null;
}

/** The programs with their terms and partners, nothing recorded yet. */
export async function plantPrograms(present: Rooms): Promise<void> {
  const rooms = daysBefore(present, FOUNDED_DAYS_AGO);
  const standard = { program: ACME.id, terms: FIRST_TERMS.id };
  const { revision } = await createProgram(rooms, ACME, DOER);
  await changeProgram(rooms, ACME.id, revision, ACME_SETTINGS, DOER);
  const draft = await saveDraft(rooms, standard, 1, () => withoutPersonal(STANDARD), DOER);
  for (const { type, personal = [] } of STANDARD.events) {
    for (const payout of personal) await createPersonalPayout(rooms, { ...standard, eventType: type }, payout, DOER);
  }
  await publishTerms(
    rooms,
    standard,
    draft.revision,
    { author, note: "The terms that every partner begins with" },
    DOER,
  );
  const gold = await createTerms(rooms, ACME.id, { id: "gold", name: GOLD.name, document: GOLD }, DOER);
  const path = { program: ACME.id, terms: gold.terms.id };
  await publishTerms(
    rooms,
    path,
    gold.terms.draft.revision,
    { author, note: "Better rates for the best partners" },
    DOER,
  );
  await plantBrightside(rooms);
  await plantPartners(rooms, present.now(), DOER);
}

async function plantBrightside(rooms: Rooms): Promise<void> {
  const program = await createProgram(rooms, BRIGHTSIDE, DOER);
  const standard = { program: BRIGHTSIDE.id, terms: FIRST_TERMS.id };
  const draft = await saveDraft(rooms, standard, 1, () => BRIGHTSIDE_TERMS, DOER);
  const note = "Each partner gets its share of what the advertiser pays";
  await publishTerms(rooms, standard, draft.revision, { author, note }, DOER);
  await changeProgram(rooms, BRIGHTSIDE.id, program.revision, { access: "members-only" }, DOER);
}

/** The rooms as they work on an earlier day; the history tells when it was really done. */
function daysBefore(rooms: Rooms, days: number): Rooms {
  const now = () => DateTime.fromJSDate(rooms.now()).minus({ days }).toJSDate();
  return { ...rooms, now, moments: new Moments(now) };
}
