import type { CapUse } from "@firstmatch/shared-types";
import { periodAt } from "../../domain/cap-period.ts";
import { fromMinor } from "../../domain/minor-units.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { RECORDING_UNLESS_SET } from "../programs/program-store.ts";
import { usageKey } from "./usage-store.ts";

/** The caps of a program, each with what is used up in the period that it is now. */
export async function usedUp(rooms: Rooms, id: string): Promise<CapUse[]> {
  const program = await findProgram(rooms, id);
  const now = rooms.now().getTime();
  const { caps } = program.recording ?? RECORDING_UNLESS_SET;
  const current = caps.map((cap) => {
    const period = periodAt(cap.per, now, program.timezone);
    return { cap, period, key: usageKey(program, cap.per, period) };
  });
  const found = await rooms.usage.find(current.map(({ key }) => key));
  return current.map(({ cap, period, key }) => {
    const { conversions, revenue } = found.get(key) ?? { conversions: 0, revenue: 0 };
    const used = cap.measure === "conversions" ? String(conversions) : fromMinor(revenue, program.currency);
    return { cap, used, ...period };
  });
}
