import fc from "fast-check";
import { at, dice, list } from "./odd-dice.ts";
import { documentOf, FEW_GROUPS, MANY_GROUPS, type RawDocument } from "./odd-documents.ts";
import { eventOf, type OddEvent, rawEvent } from "./odd-events.ts";
import { ODD_ZONES } from "./odd-values.ts";
import { worldOf } from "./odd-world.ts";

/**
 * Odd and hostile questions, by the thousands: two documents and some events that speak of the same few facts and
 * values, so that rules at every rank really win. Everything is sent as a caller would send it, and none of it is
 * refused. Throws of dice are made into them by plain functions: that is quick, and shrinks.
 */
export interface Questions {
  /** Terms documents as they are sent; they differ in their groups, level and time zone. */
  documents: object[];
  events: OddEvent[];
}

const questionsAbout = (document: fc.Arbitrary<RawDocument>, most: number): fc.Arbitrary<Questions> =>
  fc
    .record({ world: dice(24), documents: list(document, 2, 2), events: list(rawEvent, 1, most) })
    .map(({ world: throws, documents, events }) => {
      const world = worldOf(throws);
      const zones = documents.map(({ own }) => at(ODD_ZONES, own[0]));
      return {
        documents: documents.map((raw) => documentOf(raw, world)),
        events: events.map((raw, place) => eventOf(raw, world, at(zones, place))),
      };
    });

/** About documents of up to 60 groups, 1 to 40 events; twenty on average. */
export const oddQuestions = questionsAbout(FEW_GROUPS, 40);
/** About documents of 60 to 300 groups, 1 to 120 events; sixty on average. */
export const manyOddQuestions = questionsAbout(MANY_GROUPS, 120);
