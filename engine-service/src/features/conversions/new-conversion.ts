import type { Decision } from "@firstmatch/shared-types";
import { DateTime } from "luxon";
import type { Settled } from "../../domain/settle.ts";
import type { DecidedEvent } from "../evaluate/evaluate-event.ts";
import type { RecordingSettings, StoredProgram } from "../programs/program-store.ts";
import { conversionKey, type StoredConversion } from "./conversion-store.ts";
import type { How } from "./record-conversion.ts";
import { amountsOf, sumOf } from "./tallied-conversion.ts";
import { whyOf } from "./why.ts";

interface Made {
  program: StoredProgram;
  settings: RecordingSettings;
  conversionId: string;
  fingerprint: string;
  recordedAt: string;
  /** In UTC. */
  occurredAt: string;
  /** Local, "2026-11-21". */
  day: string;
  decided: DecidedEvent;
  settled: Settled;
  how: How;
}

/** A conversion as it is stored first. */
export function newConversion(made: Made): Omit<StoredConversion, "seq"> {
  const { program, settings, conversionId, fingerprint, recordedAt, occurredAt, day, decided, settled, how } = made;
  const { event, lines } = decided;
  const decision = keptWhole(settled.decision);
  const left = settled.lines.map((line) =>
    decision.status === "payable" ? amountsOf(line) : { sale: 0, payout: 0, fee: 0 },
  );
  return {
    _id: conversionKey(program._id, conversionId),
    ...{ program: program._id, conversion: conversionId, fingerprint, door: how.door, by: how.by, recordedAt },
    ...{ occurredAt, day, eventType: event.eventType },
    partner: decision.partnerId,
    customer: event.customerId || null,
    order: event.orderId || null,
    click: event.clickId || null,
    currency: decision.currency,
    terms: decision.terms.id as string,
    version: decision.terms.version as number,
    rules: [...new Set(settled.lines.map(({ rule }) => rule))],
    decision,
    why: whyOf(decision, lines),
    reason: decision.reason,
    private: decision.visibility === "private",
    ...{
      input: JSON.stringify(how.input),
      event: JSON.stringify(event),
      recalled: decided.recalled,
      lines: settled.lines,
    },
    decided: sumOf(settled.lines.map(amountsOf)),
    ...{ counted: settled.counted, binding: null, status: decision.status, left, net: sumOf(left) },
    ...{ reversedItems: [], rejection: null, payoutRun: null, revision: 1 },
    payableFrom: DateTime.fromISO(occurredAt, { zone: program.timezone })
      .plus({ days: settings.holdingDays })
      .toUTC()
      .toISO() as string,
  };
}

/** Characters of a trace, as JSON, that is kept with its decision: that of some thousands of groups. */
const TRACE_AT_MOST = 2_000_000;

/** The first answer is the answer ever after, so what is too long to be kept is not answered either. */
function keptWhole(decision: Decision): Decision {
  const { trace, ...rest } = decision;
  if (trace === undefined || JSON.stringify(trace).length <= TRACE_AT_MOST) return decision;
  const note = `The trace of ${trace.length} rules is too long to be kept; the conversion's details explain it anew.`;
  return { ...rest, notes: [...(rest.notes ?? []), note] };
}
