import type { Own, OwnProgram } from "@firstmatch/shared-types";
import { shownMoment } from "../../components/Moment.tsx";

export interface Standing {
  label: string;
  color: "green" | "orange" | "gray";
  /** What it means, where it is not what a partner hopes for. */
  hint?: string;
}

/** How things stand with a partner in a program. @param now in milliseconds */
export function standingOf(partner: Own["partner"], own: OwnProgram, now: number): Standing {
  const { program, active, from, until } = own;
  if (program.status === "ended") return { label: "Ended", color: "gray", hint: "This program has ended." };
  if (partner.status === "inactive" || !active)
    return { label: "Not active", color: "gray", hint: "You are not active here: nothing that occurs now is paid." };
  if (until !== null && Date.parse(until) <= now)
    return { label: "Over", color: "gray", hint: `Your time here ended on ${shownMoment(until, program.timezone)}.` };
  if (program.status === "paused")
    return { label: "Paused", color: "orange", hint: "This program is paused: nothing that occurs meanwhile is paid." };
  if (from !== null && Date.parse(from) > now)
    return {
      label: "Not begun",
      color: "orange",
      hint: `You are paid from ${shownMoment(from, program.timezone)} on.`,
    };
  return { label: "Active", color: "green" };
}

/** How it stands with a promo code. */
export function codeStanding({ active, from, until }: OwnProgram["codes"][number], now: number): Standing {
  if (!active) return { label: "Not active", color: "gray" };
  if (until !== null && Date.parse(until) <= now) return { label: "Over", color: "gray" };
  if (from !== null && Date.parse(from) > now) return { label: "Not begun", color: "orange" };
  return { label: "Active", color: "green" };
}

const BEST_FIRST = ["Active", "Not begun", "Over", "Not active"];

/** Those that count come first. */
export const bestFirst = (codes: OwnProgram["codes"], now: number): OwnProgram["codes"] => {
  const place = (code: OwnProgram["codes"][number]) => BEST_FIRST.indexOf(codeStanding(code, now).label);
  return codes.toSorted((one, other) => place(one) - place(other));
};
