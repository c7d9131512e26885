import { FACTS, type FactDefinition, type PartnerPast } from "@firstmatch/shared-types";
import fc from "fast-check";
import { DateTime } from "luxon";
import { at, type Dice, dice, list } from "./odd-dice.ts";
import { COUPON } from "./odd-documents.ts";
import { ODD_JSON_NUMBERS } from "./odd-values.ts";
import { numberAsSent, numberOf, textOf, type World } from "./odd-world.ts";

export interface OddEvent {
  sent: object;
  past: PartnerPast;
}

/** Around the edges of a date in a time zone, to the millisecond, with the offset or digits that pass for more. */
function momentOf({ dates }: World, zone: string, which = 0, how = 0): string {
  const local = DateTime.fromISO(at(dates, which), { zone });
  const edges = [
    local,
    local.startOf("day"),
    local.plus({ days: 1 }).startOf("day"),
    local.startOf("hour"),
    local.plus({ hours: how % 48 }),
  ];
  const earliest = Date.UTC(1, 0, 2);
  const moment = new Date(
    Math.max(at(edges, how).toMillis() + at([0, -1, 1, 1_800_000], how >> 3), earliest),
  ).toISOString();
  const day = moment.slice(0, 10);
  return at([moment, moment, moment.replace("Z", "999Z"), moment.replace("Z", "+00:00"), `${day}T00:00Z`], how >> 6);
}

function paramOf(world: World, zone: string, [kind = 0, which = 0, twist = 0, count = 0]: Dice): unknown {
  const text = (place: number) => textOf(world, which + place, twist + place);
  const kinds: (() => unknown)[] = [
    () => text(0),
    () => numberOf(world, which, twist),
    () =>
      Array.from({ length: count % 5 }, (_, place) => (place % 3 === 2 ? numberOf(world, which, place) : text(place))),
    () => Number(at(world.numbers, which)),
    () => at(ODD_JSON_NUMBERS, which),
    () => at([true, false, "TRUE", "False", ["true"]], which),
    () => at([at(world.dates, which), momentOf(world, zone, which, twist)], twist),
    () => at(["", [], [""], ["", text(0)], null, " 1", "1.", ".5", "1e3"], which),
  ];
  return at(kinds, kind)();
}

const THROWS_PER_FACT = 4;
interface RawEvent {
  own: Dice;
  facts: Dice[];
  items: Dice[][];
  past: Dice;
}
export const rawEvent: fc.Arbitrary<RawEvent> = fc.record({
  own: dice(6),
  facts: list(dice(THROWS_PER_FACT), 8, 8),
  items: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Dice[][]>([]) },
    { weight: 1, arbitrary: list(list(dice(THROWS_PER_FACT), 6, 6), 0, 5) },
  ),
  past: dice(4),
});

export function eventOf({ own, facts, items, past }: RawEvent, world: World, zone: string): OddEvent {
  const [partner = 0, code = 0, moment = 0, edge = 0, without = 0] = own;
  const sent: Record<string, unknown> = {
    ...{ eventType: "sale", occurredAt: momentOf(world, zone, moment, edge) },
    partnerId: at(["p-1", "p-2", "p-1", "P-1", "", null, undefined], partner),
    ...(code % 3 === 0 && { promoCode: at([`${COUPON}0`, COUPON.toUpperCase(), "Coupon1"], code >> 2) }),
  };
  const params: Record<string, unknown> = {};
  world.facts.forEach((fact, place) => {
    const throws = facts[place % facts.length] as Dice;
    if (fact.itemField || fact.derived || fact.key === "occurredAt" || (throws[0] ?? 0) % 8 === 7) return;
    const name = fact.kind === "any" ? fact.key.slice("params.".length) : undefined;
    // The reader of events drops that name, as it drops what sets a prototype.
    if (name === "__proto__") return;
    if (name !== undefined) params[name] = paramOf(world, zone, throws);
    else if (fact.key !== "partnerId" || (partner >> 3) % 3 === 0) sent[fact.key] = fieldOf(fact, world, zone, throws);
  });
  const lines = items.map((throws) =>
    Object.fromEntries(
      FACTS.flatMap((fact, place) => {
        const its = throws[place % throws.length] as Dice;
        if (!("itemField" in fact) || (its[0] ?? 0) % 6 === 5) return [];
        return [[fact.itemField, fieldOf(fact, world, zone, its)]];
      }),
    ),
  );
  return {
    sent: {
      ...sent,
      ...(Object.keys(params).length > 0 && { params: without % 12 === 11 ? null : params }),
      ...((lines.length > 0 || without % 2 === 0) && { items: lines }),
    },
    past: pastOf(world, past),
  };
}

function fieldOf(fact: FactDefinition, world: World, zone: string, [, which = 0, twist = 0, other = 0]: Dice): unknown {
  if (other % 16 === 15) return null;
  if (fact.kind === "date") return momentOf(world, zone, which, twist);
  if (fact.kind === "text")
    return at(
      [textOf(world, which, twist), textOf(world, which, twist), `${textOf(world, which)}${textOf(world, other)}`],
      other,
    );
  const number = numberOf(world, which, twist).replace("-", "");
  return numberAsSent(fact.input === "count" ? (number.split(".")[0] as string) : number, other);
}

function pastOf(world: World, throws: Dice): PartnerPast {
  return Object.fromEntries(
    FACTS.flatMap((fact, place) =>
      "past" in fact
        ? [
            [
              fact.key,
              at(
                [numberOf(world, throws[place % 4], place).replace("-", ""), null, undefined],
                throws[(place + 1) % 4],
              ),
            ],
          ]
        : [],
    ),
  );
}
