import type { Cap } from "@firstmatch/shared-types";
import { CAP_PERIODS } from "@firstmatch/shared-types";
import { type Period, periodAt } from "../../domain/cap-period.ts";
import type { CapRoom } from "../../domain/settle.ts";
import { exactSum } from "../exact-sum.ts";
import type { Journal } from "../journal/journal.ts";
import type { Journaled, WorkingSet } from "../journal/working-set.ts";
import type { StoredProgram } from "../programs/program-store.ts";

/** What of a program's caps is used up in one period, counted whether there is a cap or not, since one may be set later. */
export interface StoredUsage extends Journaled, Usage {
  program: string;
  from: string | null;
  until: string | null;
}

/** Revenue: what the advertiser pays, in minor units. */
export interface Usage {
  conversions: number;
  revenue: number;
}

export type UsageStore = ReturnType<typeof usageStore>;

export function usageStore(journal: Journal) {
  const usages = journal.shelf<StoredUsage>("usages", [{ fields: ["program"] }]);
  return {
    usages,

    /** By key; those of which nothing is used up are missing. */
    async find(keys: readonly string[]): Promise<Map<string, Usage>> {
      if (keys.length === 0) return new Map();
      const found = await usages.documents.find({ _id: { $in: keys } });
      return new Map(found.map((usage) => [usage._id, usage]));
    },

    wants: (program: StoredProgram, moment: number) => periodsAt(program, moment).map(({ id }) => ({ of: usages, id })),

    /** The caps, each with what is used up in the period of that moment. */
    async rooms(set: WorkingSet, program: StoredProgram, caps: readonly Cap[], moment: number): Promise<CapRoom[]> {
      const rooms: CapRoom[] = [];
      for (const cap of caps) {
        const usage = await set.get(usages, usageKey(program, cap.per, periodAt(cap.per, moment, program.timezone)));
        rooms.push({ cap, conversions: usage?.conversions ?? 0, revenue: usage?.revenue ?? 0 });
      }
      return rooms;
    },

    /** Uses up, or gives back, in all periods of the moment; refused where the sum would not be exact. */
    async use(set: WorkingSet, program: StoredProgram, moment: number, used: Usage): Promise<void> {
      if (used.conversions === 0 && used.revenue === 0) return;
      for (const { id, period } of periodsAt(program, moment)) {
        const before = await set.get(usages, id);
        set.put(usages, {
          ...{ _id: id, program: program._id, ...period },
          conversions: exactSum(before?.conversions ?? 0, used.conversions),
          revenue: exactSum(before?.revenue ?? 0, used.revenue),
        });
      }
    },
  };
}

const periodsAt = (program: StoredProgram, moment: number) =>
  CAP_PERIODS.map((per) => {
    const period = periodAt(per, moment, program.timezone);
    return { id: usageKey(program, per, period), period };
  });

export const usageKey = ({ _id }: StoredProgram, per: Cap["per"], { from }: Period) => `${_id}/${per}/${from ?? ""}`;
