import { Problem } from "../../http/problem.ts";
import { StoreUnavailable } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import { issueCode } from "../promo-codes/issue-code.ts";
import { applyLine } from "./apply-line.ts";
import type { StoredBulkEdit, StoredLine } from "./bulk-edit-store.ts";
import { doneAlready, type Touched, thing } from "./done-already.ts";
import { stateOf } from "./edit-scope.ts";
import { done, type EditScope, type MemberState, type Plan, refusal, refused } from "./plan.ts";
import { planLine } from "./plan-line.ts";

/** How often a line is tried when others change the same member at the same time. */
const TRIES = 3;

const NOTHING: Touched = new Set();

/**
 * Works off one line. Throws when the store is away; everything else that goes wrong is the line's own.
 *
 * @param doubtful somebody may have worked on it already, and not come to report it
 */
export async function workLine(
  rooms: Rooms,
  scope: EditScope,
  job: StoredBulkEdit,
  line: StoredLine,
  doubtful: boolean,
): Promise<StoredLine> {
  const { partner } = line;
  const plan = async (): Promise<Plan> => {
    for (let tries = 1; ; tries++) {
      const touched = doubtful || tries > 1 ? await doneAlready(rooms, job.program, partner, job._id) : NOTHING;
      try {
        return await tryLine(rooms, { ...scope, at: present(rooms) }, job, line, touched, tries);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (tries === TRIES || !(error.type === "stale" || error.type === "conflict")) return refusal(error);
      }
    }
  };
  try {
    return { partner, ...(await plan()) };
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    rooms.log.error({ err: error, bulkEdit: job._id, partner }, "a line of a bulk edit failed");
    return { partner, ...refused("could not be changed: something went wrong here, and the service's log has it") };
  }
}

const present = ({ moments }: Rooms) => new Date(moments.present()).toISOString();

async function tryLine(
  rooms: Rooms,
  scope: EditScope,
  job: StoredBulkEdit,
  line: StoredLine,
  touched: Touched,
  tries: number,
): Promise<Plan> {
  const state = withoutDone(stateOf(rooms, job.program, line.partner, job.edit), job, touched);
  const plan = planLine(scope, state, job.edit);
  if (plan.result === "done") await applyLine(rooms, scope, state, job, tries);
  if (plan.result === "refused") return plan;
  if (touched.size > 0) await giveLackingCode(rooms, job, line.partner, touched);
  // Where some of it, or all, was done before, the plan of today would leave that out.
  const { result, sentence } = touched.size > 0 ? done(line.sentence) : plan;
  return { result, sentence: sentence + newCodes(rooms, state, job) };
}

/** The manager has to tell them on. */
function newCodes({ known }: Rooms, { partner, codes }: MemberState, { program, edit }: StoredBulkEdit): string {
  if (edit.kind !== "join" && edit.kind !== "reissue-codes") return "";
  const before = new Set(codes.map(({ code }) => code));
  const fresh = known.codes
    .ofMember(program, partner)
    .filter(({ code, replaces }) => !before.has(code) && (edit.kind === "join" || replaces !== null))
    .map(({ code }) => code);
  return fresh.length === 0 ? "" : `; the new code${fresh.length === 1 ? " is" : "s are"} ${fresh.join(", ")}`;
}

/** A code that this very edit issued must not be re-issued in its turn. */
const withoutDone = (state: MemberState, { edit }: StoredBulkEdit, touched: Touched): MemberState =>
  edit.kind === "reissue-codes" || edit.kind === "join"
    ? { ...state, codes: state.codes.filter(({ code }) => !touched.has(thing("promo-code", code))) }
    : state;

/** Who joins gets the code after the membership. */
async function giveLackingCode(
  rooms: Rooms,
  { _id, program, edit, by }: StoredBulkEdit,
  partner: string,
  touched: Touched,
) {
  if (edit.kind !== "join" || edit.code === undefined) return;
  if ([...touched].some((each) => each.startsWith(thing("promo-code", "")))) return;
  const pattern = edit.code === true ? {} : { pattern: edit.code };
  await issueCode(rooms, program, { partner, ...pattern }, { by, bulkEdit: _id });
}
