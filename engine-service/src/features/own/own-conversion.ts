import type { OwnConversion, RuleMatch } from "@firstmatch/shared-types";
import { fromMinor } from "../../domain/minor-units.ts";
import type { Rooms } from "../../wire.ts";
import type { MinorAmounts, StoredConversion } from "../conversions/conversion-store.ts";
import { stateAt } from "../conversions/print-conversion.ts";
import { amountsOf, sumOf } from "../conversions/tallied-conversion.ts";
import { newest } from "../personal-payouts/personal-payout-store.ts";

/** A conversion as its partner sees it. Of a mixed one, lines that a private rule won are not there. */
export function ownConversion(rooms: Rooms, conversion: StoredConversion): OwnConversion {
  const { lines, left, currency, status, occurredAt, eventType, order, reason, version } = conversion;
  const isPublic = (_: unknown, at: number) => lines[at]?.private === false;
  const print = (amounts: readonly MinorAmounts[]) => {
    const { sale, payout } = sumOf(amounts);
    return { sale: fromMinor(sale, currency), payout: fromMinor(payout, currency) };
  };
  return {
    ...{ id: conversion.conversion, eventType, occurredAt, order, reason, version, currency },
    state: stateAt(conversion, rooms.now().toISOString()),
    rule: ownRule(rooms, conversion),
    decided: print(lines.map(amountsOf).filter(isPublic)),
    net: print(left.filter(isPublic)),
    payableFrom: status === "payable" ? conversion.payableFrom : null,
  };
}

function ownRule(rooms: Rooms, { program, partner, decision, lines }: StoredConversion): OwnConversion["rule"] {
  if (decision.match.kind !== "mixed") return named(rooms, program, partner, decision.match);
  const shown = lines.flatMap((line, at) =>
    line.private ? [] : [{ rule: line.rule, match: decision.lines[at]?.match }],
  );
  const [first] = shown;
  return first?.match !== undefined && shown.every(({ rule }) => rule === first.rule)
    ? named(rooms, program, partner, first.match)
    : { kind: "mixed", name: null };
}

const named = (rooms: Rooms, program: string, partner: string | null, { kind, id, name }: RuleMatch) => ({
  kind,
  name: kind === "personal" ? personalName(rooms, program, partner, id) : name,
});

/** A title that was for this partner alone; of a payout for several it may well name one of the others. */
export function personalName({ known }: Rooms, program: string, partner: string | null, id: string | null) {
  const own = partner === null ? [] : known.personal.ofPartner(program, partner);
  const payout = own.map((record) => newest(record).payout).find((each) => each?.id === id);
  return payout?.partners.length === 1 ? payout.title : null;
}
