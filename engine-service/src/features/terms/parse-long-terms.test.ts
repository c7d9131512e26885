import { type PayoutGroup, parseTerms, type Terms } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED, terms } from "../../testing/arbitraries.ts";
import { parseLongTerms } from "./parse-long-terms.ts";

/** As it is stored: read once. */
const read = terms.map((sent) => {
  const parsed = parseTerms(sent);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
});

const withGroups = (document: Terms, change: (groups: PayoutGroup[]) => unknown[]) => ({
  ...document,
  events: document.events.map((event) => ({ ...event, groups: change(event.groups ?? []) })),
});

/** What may be sent after a document was read: some of its groups changed, moved, doubled or broken, or its event type. */
const changed = fc.record({
  earlier: read,
  other: read,
  kept: fc.array(fc.nat(9)),
  broken: fc.option(fc.constantFrom({ name: "" }, { conditions: { all: [] } }, { enabled: "no" }, { more: 1 }), {
    nil: undefined,
  }),
  frame: fc.boolean(),
});

describe("a document that was read before", () => {
  it(`is read as if it never was (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(changed, async ({ earlier, other, kept, broken, frame }) => {
        const sent = withGroups(frame ? earlier : other, (own) => {
          const all: unknown[] = [...(earlier.events[0]?.groups ?? []), ...own];
          const chosen = kept.flatMap((at) => (all[at] === undefined ? [] : [all[at]]));
          return broken === undefined ? chosen : [...chosen, { ...(all[0] as object), id: "broken", ...broken }];
        });
        const input = JSON.parse(JSON.stringify(sent));
        const anew = parseTerms(input);
        expect(await parseLongTerms(input)).toStrictEqual(anew);
        expect(await parseLongTerms(input, earlier)).toStrictEqual(anew);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("gives its groups to one that says the same beside the same, and to no other", async () => {
    const [document] = fc.sample(
      read.filter(({ events: [event] }) => (event?.groups?.length ?? 0) > 3),
      { seed: SEED, numRuns: 1 },
    );
    const groupsOf = async (sent: unknown) => {
      const parsed = await parseLongTerms(structuredClone(sent), document);
      return parsed.ok ? parsed.value.events[0]?.groups : undefined;
    };
    const [first, ...others] = document?.events[0]?.groups ?? [];
    const moved = await groupsOf(withGroups(document as Terms, () => [...others, { ...first, name: "New name" }]));
    expect(moved?.slice(0, -1).every((group, at) => group === others[at])).toBe(true);
    expect(moved?.at(-1)).toMatchObject({ id: first?.id, name: "New name" });
    const elsewhere = { ...document, events: document?.events.map((event) => ({ ...event, name: "Another" })) };
    expect((await groupsOf(elsewhere))?.[0]).not.toBe(first);
  });
});
