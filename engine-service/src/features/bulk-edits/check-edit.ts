import type { Edit, Fault } from "@firstmatch/shared-types";
import { invalid, Problem } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { checkTerms } from "../members/terms-of-members.ts";
import type { EditScope } from "./plan.ts";

/** Refuses an edit that could be right for nobody, before anything begins. Pointers are into the request. */
export async function checkEdit(rooms: Rooms, scope: EditScope, edit: Edit): Promise<void> {
  const faults = await faultsOf(rooms, scope, edit);
  if (faults.length > 0) throw invalid(faults.map(({ pointer, message }) => ({ pointer: `/edit${pointer}`, message })));
}

async function faultsOf(rooms: Rooms, scope: EditScope, edit: Edit): Promise<readonly Fault[]> {
  switch (edit.kind) {
    case "join":
      return [...(await termsFaults(rooms, scope, edit.terms)), ...datesFaults(edit)];
    case "move":
      return [...(await termsFaults(rooms, scope, edit.terms)), ...pastFaults(scope, "termsFrom", edit.termsFrom)];
    case "dates":
    case "code-dates":
      return edit.from === undefined && edit.until === undefined
        ? [{ pointer: "", message: "changes nothing; send from or until, null for no limit" }]
        : datesFaults(edit);
    case "reissue-codes":
      return pastFaults(scope, "oldUntil", edit.oldUntil);
    case "personal-payout":
      return scope.events.size === 0 ? noEventType(edit) : payoutFaults(scope);
    case "remove-personal-payout":
      return scope.events.size === 0 ? noEventType(edit) : [];
    default:
      return [];
  }
}

async function termsFaults(rooms: Rooms, { program }: EditScope, terms: string | null): Promise<readonly Fault[]> {
  try {
    await checkTerms(rooms, program, terms);
    return [];
  } catch (error) {
    if (error instanceof Problem && error.type === "invalid") return error.faults;
    throw error;
  }
}

function datesFaults({
  from,
  until,
}: {
  from?: string | null | undefined;
  until?: string | null | undefined;
}): Fault[] {
  if (!from || !until || Date.parse(from) < Date.parse(until)) return [];
  return [
    { pointer: "/until", message: `must be after from, ${from}; ${until} is not, so nothing would ever be paid` },
  ];
}

const pastFaults = ({ at }: EditScope, field: string, moment: string | undefined): Fault[] =>
  moment === undefined || Date.parse(moment) > Date.parse(at)
    ? []
    : [{ pointer: `/${field}`, message: `must not be in the past: ${moment} is before ${at}; leave it out for now` }];

const noEventType = ({ eventType }: { eventType: string }): Fault[] => [
  { pointer: "/eventType", message: `no terms of this program have an event type "${eventType}"` },
];

/** Members may have several terms. What fits some of them is refused member by member; what fits none, at once. */
function payoutFaults({ events }: EditScope): readonly Fault[] {
  const all = Array.from(events.values(), ({ faults }) => faults);
  return all.some((faults) => faults.length === 0) ? [] : (all[0] ?? []);
}
