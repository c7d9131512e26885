import type { Cap, ConversionDoor, ConversionEvent } from "@firstmatch/shared-types";
import { localDay } from "../../domain/cap-period.ts";
import { paysForLife } from "../../domain/rule.ts";
import { ruleKey } from "../../domain/rule-key.ts";
import { budgetedCost, isRecordable, type Settled, settle } from "../../domain/settle.ts";
import { conflict, fault, notFound, unavailable } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { boundAt, customerKey } from "../customers/customer-store.ts";
import { type DecidedEvent, decideEvent } from "../evaluate/evaluate-event.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { Task } from "../journal/program-journal.ts";
import type { Want, WorkingSet } from "../journal/working-set.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { pastOf, pastTallies, talliesOf } from "../tallies/past.ts";
import { bindCustomer } from "./bind-customer.ts";
import { clickUseKey, conversionKey, entryKey, type Hand, type StoredConversion } from "./conversion-store.ts";
import { newConversion } from "./new-conversion.ts";
import { talliedConversion } from "./tallied-conversion.ts";

/** A conversion whose shape was checked. */
export interface SentConversion extends ConversionEvent {
  conversionId: string;
}

export interface How {
  door: ConversionDoor;
  by: Hand;
  /** As it came in. */
  input: unknown;
}

export interface Recording {
  conversion: Omit<StoredConversion, "seq">;
  /** It was recorded before; this is what was recorded then. */
  repeated: boolean;
}

/**
 * Decides a conversion and records it, once: the same id again answers what was recorded first. What it uses up, claims
 * and binds is stored with it in one step. Nothing is recorded of what is refused with a problem.
 */
export async function recordConversion(rooms: Rooms, sent: SentConversion, how: How): Promise<Recording> {
  const program = programOf(rooms, sent);
  return rooms.journal.enter(program._id, await recordingTask(rooms, program, sent, how));
}

export function programOf({ known }: Rooms, { program: id }: Pick<SentConversion, "program">): StoredProgram {
  if (known.readiness === "starting") throw unavailable("The published versions are not read yet; try again shortly.");
  const program = known.program(id as string);
  if (program === undefined) throw notFound(`There is no program "${id}".`);
  return program;
}

/** The work of recording one conversion, as the journal does it, or rehearses it. */
export async function recordingTask(
  rooms: Rooms,
  program: StoredProgram,
  sent: SentConversion,
  how: How,
): Promise<Task<Recording>> {
  const { conversions, usage, customers, tallies } = rooms;
  const id = program._id;
  const { conversionId, ...event } = sent;
  const key = conversionKey(id, conversionId);
  const fingerprint = fingerprintOf(sent);
  const recordedAt = rooms.now().toISOString();
  const occurredAt = new Date(event.occurredAt ?? recordedAt).toISOString();
  const moment = Date.parse(occurredAt);
  const elsewhere = await conversions.otherProgramOf(id, conversionId);
  const customer = event.customerId || null;
  const day = localDay(moment, program.timezone);
  const usesPast = event.partnerId && rooms.known.mayHave("usesPast", id, event.eventType, moment);

  const wants: Want[] = [
    { of: conversions.conversions, id: key },
    ...rooms.settings.wants(program),
    ...usage.wants(program, moment),
    ...tallies.wants(id, event.partnerId || null, day),
    ...(usesPast
      ? pastTallies(id, event.partnerId as string, day).map((tally) => ({ of: tallies.partners, id: tally }))
      : []),
    ...(customer === null ? [] : [{ of: customers.customers, id: customerKey(id, customer) }]),
  ];

  async function run(set: WorkingSet): Promise<Recording> {
    const before = await set.get(conversions.conversions, key);
    if (before?.fingerprint === fingerprint) return { conversion: before, repeated: true };
    if (before !== null)
      throw conflict(
        `The conversion "${conversionId}" was recorded already, from another body. Nothing was changed; a new conversion needs an id of its own.`,
      );
    if (elsewhere !== null)
      throw conflict(
        `The conversion "${conversionId}" was recorded already, in the program "${elsewhere}". Nothing was changed; a new conversion needs an id of its own.`,
      );
    const settings = await rooms.settings.of(set, program);
    const decided = await decideEvent(
      rooms,
      { ...event, occurredAt: event.occurredAt ?? recordedAt },
      {
        click: rooms.recorded.click,
        bound: async (_, of, at) =>
          boundAt(await set.get(customers.customers, customerKey(id, of)), settings.lifetime, program.timezone, at),
        past: (_, of, at) => pastOf(talliesOf(set, tallies), program, of, localDay(at, program.timezone)),
      },
    );
    const click = decided.event.clickId || null;
    const settled = await settledOf(set, decided, click, settings.caps);
    if (!isRecordable(settled))
      throw fault("", "holds amounts above a hundred billion minor units of the currency, which are not recorded");

    const conversion = newConversion({
      program,
      settings,
      conversionId,
      fingerprint,
      ...{ recordedAt, occurredAt, day },
      decided,
      settled,
      how,
    });
    for (const rule of settled.claims)
      set.put(conversions.clickUses, { _id: clickUseKey(id, rule, click as string), conversion: conversionId });
    if (conversion.status === "payable") {
      const { partner, payableFrom, net } = conversion;
      set.put(conversions.ledger, {
        _id: entryKey(id, recordedAt, conversionId, 0),
        ...{ program: id, partner, conversion: conversionId, kind: "earned", at: recordedAt, by: how.by, reason: null },
        ...{ payableFrom, count: 1, ...net },
      });
      const revenue = budgetedCost(settled.lines);
      await usage.use(set, program, moment, { conversions: settled.counted ? 1 : 0, revenue });
      if (decided.lines.some(({ line }) => paysForLife(line.rule)) && customer !== null && partner !== null) {
        const purchase = { customer, partner, conversion: conversionId, occurredAt };
        conversion.binding = await bindCustomer(customers, set, program, settings.lifetime, purchase);
      }
    }
    set.put(conversions.conversions, conversion);
    await tallies.add(set, talliedConversion(conversion, decided.lines));
    return { conversion, repeated: false };
  }

  async function settledOf(
    set: WorkingSet,
    { decision, lines }: DecidedEvent,
    click: string | null,
    caps: readonly Cap[],
  ): Promise<Settled> {
    const taken = new Set<string>();
    for (const { line } of click === null ? [] : lines) {
      if (line.rule.setup.recurrent) continue;
      const rule = ruleKey(decision, line.rule.match);
      if ((await set.get(conversions.clickUses, clickUseKey(id, rule, click as string))) !== null) taken.add(rule);
    }
    const capRooms = await usage.rooms(set, program, caps, moment);
    return settle({ decision, lines, rooms: capRooms, taken, hasClick: click !== null });
  }

  return { wants, run };
}
