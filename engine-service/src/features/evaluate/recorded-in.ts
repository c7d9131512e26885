import type { ClickStore } from "../clicks/click-store.ts";
import { boundAt, type CustomerStore } from "../customers/customer-store.ts";
import { RECORDING_UNLESS_SET } from "../programs/program-store.ts";
import type { LastKnown } from "./last-known.ts";
import type { Recorded } from "./recorded.ts";

interface Sources {
  clicks: ClickStore;
  customers: CustomerStore;
  known: LastKnown;
}

/** What was recorded, as the store has it now: for decisions that record nothing. */
export const recordedIn = ({ clicks, customers, known }: Sources): Recorded => ({
  click: clicks.find,
  async bound(id, customer, moment) {
    const program = known.program(id);
    if (program === undefined) return null;
    const { lifetime } = program.recording ?? RECORDING_UNLESS_SET;
    return boundAt(await customers.find(id, customer), lifetime, program.timezone, moment);
  },
});
