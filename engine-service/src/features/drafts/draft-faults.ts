import type { Fault, Parsed, Terms } from "@firstmatch/shared-types";
import { parseLongTerms } from "../terms/parse-long-terms.ts";

/**
 * A terms document as a draft keeps it: personal payouts have a place of their own.
 *
 * @param earlier the draft as it stands
 */
export async function readDraft(input: unknown, earlier?: Terms): Promise<Parsed<Terms>> {
  const parsed = await parseLongTerms(input, earlier);
  if (!parsed.ok) return parsed;
  const faults = parsed.value.events.flatMap(({ type, personal = [] }, at): Fault[] =>
    personal.length === 0
      ? []
      : [
          {
            pointer: `/events/${at}/personal`,
            message: `personal payouts are stored by themselves, under …/events/${encodeURIComponent(type)}/personal-payouts; leave them out of the draft`,
          },
        ],
  );
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: withoutPersonal(parsed.value) };
}

export const withoutPersonal = (terms: Terms): Terms => ({
  ...terms,
  events: terms.events.map(({ personal: _, ...event }) => event),
});
