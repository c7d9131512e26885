import type { Program, ProgramChange } from "@firstmatch/shared-types";
import { type RecordingTyped, recordingChange, recordingTyped } from "./recording-typed.ts";

/** What the settings of a program show and change. */
export interface Settings
  extends Pick<Program, "name" | "status" | "access" | "attribution" | "codePattern" | "defaultTerms">,
    RecordingTyped {}

export const settingsOf = (program: Program): Settings => ({
  name: program.name,
  status: program.status,
  access: program.access,
  attribution: program.attribution,
  codePattern: program.codePattern,
  defaultTerms: program.defaultTerms,
  ...recordingTyped(program),
});

/** Only what differs, so that nobody else's change to another setting is taken back. What is no number is sent as it was typed, to be refused. */
export const changedSettings = (program: Program, edited: Settings): Record<string, unknown> => {
  const change = (settings: Settings) => ({ ...settings, name: settings.name.trim(), ...recordingChange(settings) });
  const before: Record<string, unknown> = change(settingsOf(program));
  return Object.fromEntries(
    Object.entries(change(edited)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  );
};

export interface Warning {
  title: string;
  text: string;
  confirm: string;
  danger: boolean;
}

/** Before partners stop being paid, or are paid again, the manager hears what that means. */
export function warningOf(program: Program, { status, access }: ProgramChange): Warning | undefined {
  const { name } = program;
  if (status === "paused")
    return {
      title: `Pause ${name}?`,
      text: "From now on nothing that occurs is paid: every conversion is decided as rejected, not active, and the members' links lead nowhere. What occurred before stays as it was decided. You can make the program active again at any time.",
      confirm: "Pause program",
      danger: true,
    };
  if (status === "ended")
    return {
      title: `End ${name}?`,
      text: "From now on nothing that occurs is paid: every conversion is decided as rejected, not active, and the members' links lead nowhere. What occurred before stays as it was decided. Ending is meant for good; for a break, pause the program.",
      confirm: "End program",
      danger: true,
    };
  if (status === "active")
    return {
      title: `Make ${name} active again?`,
      text: `From now on conversions are paid again. What occurred while the program was ${program.status} stays unpaid.`,
      confirm: "Make active",
      danger: false,
    };
  if (access === "members-only")
    return {
      title: "Pay members only?",
      text: "From now on a conversion of a partner who is no member, or of no partner at all, is decided as rejected, not a member. Until now such partners were paid by the default terms.",
      confirm: "Pay members only",
      danger: true,
    };
  return undefined;
}
