import type { Cap, LifetimeLimits, Program } from "@firstmatch/shared-types";

/** A cap while it is typed. */
export interface TypedCap extends Cap {
  /** Tells rows apart, while two of them may read the same. */
  row: string;
}

/** The settings of what a program records, as a form has them: numbers as they were typed, "" for no limit. */
export interface RecordingTyped extends Pick<Program, "tiers"> {
  caps: TypedCap[];
  holdingDays: string;
  lifetime: { [Limit in keyof LifetimeLimits]: string };
}

export const recordingTyped = ({ caps, holdingDays, lifetime, tiers }: Program): RecordingTyped => ({
  caps: caps.map((cap) => ({ ...cap, row: `${cap.measure} ${cap.per}` })),
  holdingDays: String(holdingDays),
  lifetime: { months: String(lifetime.months ?? ""), orders: String(lifetime.orders ?? "") },
  tiers,
});

/** What is sent of them. */
export const recordingChange = ({ caps, holdingDays, lifetime, tiers }: RecordingTyped) => ({
  caps: caps.map(({ row: _, ...cap }) => ({ ...cap, limit: cap.limit.trim() })),
  holdingDays: numberIn(holdingDays),
  lifetime: { months: limitIn(lifetime.months), orders: limitIn(lifetime.orders) },
  tiers,
});

const limitIn = (typed: string) => (typed.trim() === "" ? null : numberIn(typed));

const numberIn = (typed: string): number | string => (/^\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed);
