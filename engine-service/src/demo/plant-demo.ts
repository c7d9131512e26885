import { withoutPersonal } from "../features/drafts/draft-faults.ts";
import { saveDraft } from "../features/drafts/save-draft.ts";
import { createPersonalPayout } from "../features/personal-payouts/save-personal-payout.ts";
import { changeProgram } from "../features/programs/change-program.ts";
import { createProgram, FIRST_TERMS } from "../features/programs/create-program.ts";
import { createTerms } from "../features/terms/create-terms.ts";
import { publishTerms } from "../features/versions/publish-terms.ts";
import type { Rooms } from "../wire.ts";
import { ACME, GOLD, STANDARD } from "./acme-outfitters.ts";
import { BRIGHTSIDE, BRIGHTSIDE_TERMS } from "./brightside-energy.ts";
import { plantPartners } from "./plant-partners.ts";

const author = "Firstmatch demo";
const DOER = { by: { id: "demo", name: author } };

/** Fills an empty store, through the doors that everyone uses. True when the demo's first program is there to be asked. */
export async function plantDemo(rooms: Rooms): Promise<boolean> {
  const standard = { program: ACME.id, terms: FIRST_TERMS.id };
  if ((await rooms.programs.list({ limit: 1 })).length === 0) {
    await createProgram(rooms, ACME, DOER);
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
    await plantPartners(rooms, DOER);
  }
  return (await rooms.versions.latest(standard.program, standard.terms)) !== null;
}

async function plantBrightside(rooms: Rooms): Promise<void> {
  const program = await createProgram(rooms, BRIGHTSIDE, DOER);
  const standard = { program: BRIGHTSIDE.id, terms: FIRST_TERMS.id };
  const draft = await saveDraft(rooms, standard, 1, () => BRIGHTSIDE_TERMS, DOER);
  const note = "Each partner gets its share of what the advertiser pays";
  await publishTerms(rooms, standard, draft.revision, { author, note }, DOER);
  await changeProgram(rooms, BRIGHTSIDE.id, program.revision, { access: "members-only" }, DOER);
}
