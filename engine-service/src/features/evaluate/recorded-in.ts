import { localDay } from "../../domain/cap-period.ts";
import type { ClickStore } from "../clicks/click-store.ts";
import { boundAt, type CustomerStore } from "../customers/customer-store.ts";
import { RECORDING_UNLESS_SET, type StoredProgram } from "../programs/program-store.ts";
import { pastOf, talliesIn } from "../tallies/past.ts";
import type { TallyStore } from "../tallies/tally-store.ts";
import type { Recorded } from "./recorded.ts";

interface Sources {
  clicks: ClickStore;
  customers: CustomerStore;
  tallies: TallyStore;
}

/** What was recorded, as the store has it now: for decisions that record nothing. */
export const recordedIn = ({ clicks, customers, tallies }: Sources): Recorded => ({
  click: clicks.find,
  bound: async (program, customer, moment) =>
    boundAt(await customers.find(program._id, customer), lifetimeOf(program), program.timezone, moment),
  past: (program, partner, moment) => pastOf(talliesIn(tallies), program, partner, localDay(moment, program.timezone)),
});

const lifetimeOf = ({ recording = RECORDING_UNLESS_SET }: StoredProgram) => recording.lifetime;
