import { createHash } from "node:crypto";
import type { PersonalPayout } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { changeLink } from "../links/change-link.ts";
import { changeMember } from "../members/change-member.ts";
import { joinProgram } from "../members/join-program.ts";
import { newest } from "../personal-payouts/personal-payout-store.ts";
import {
  changePersonalPayout,
  createPersonalPayout,
  removePersonalPayout,
} from "../personal-payouts/save-personal-payout.ts";
import { changeCode } from "../promo-codes/change-code.ts";
import { reissueCode } from "../promo-codes/reissue-code.ts";
import type { StoredBulkEdit } from "./bulk-edit-store.ts";
import type { EditScope, MemberState } from "./plan.ts";
import { codesToChange, codesToReissue } from "./plan-codes.ts";
import { changeOf } from "./plan-line.ts";
import { linksToChange } from "./plan-links.ts";
import { isAim, type PersonalEdit, personalAim } from "./plan-personal.ts";
import { seededDigits } from "./seeded-digits.ts";

type Job = Pick<StoredBulkEdit, "_id" | "edit" | "by">;

/**
 * Does to one member what was planned, by the same use cases as single edits.
 *
 * @param tries from 1; a new code that another process gave away in between is not tried again
 */
export async function applyLine(
  rooms: Rooms,
  scope: EditScope,
  state: MemberState,
  job: Job,
  tries: number,
): Promise<void> {
  const { program } = scope;
  const { edit } = job;
  const { partner, member } = state;
  const doer: Doer = { by: job.by, bulkEdit: job._id };
  if (edit.kind === "join") {
    const { kind: _, ...wanted } = edit;
    await joinProgram(rooms, program, { partner, ...wanted }, doer);
    return;
  }
  if (member === undefined) throw new Error("who is no member was refused when it was planned");
  switch (edit.kind) {
    case "move":
    case "status":
    case "dates":
      await changeMember(rooms, { program, partner }, member.revision, changeOf(edit), doer);
      return;
    case "codes":
    case "code-dates": {
      const { kind: _, ...change } = edit;
      for (const { code, revision } of codesToChange(state.codes, edit))
        await changeCode(rooms, program, code, revision, change, doer);
      return;
    }
    case "reissue-codes": {
      const { kind: _, ...wanted } = edit;
      for (const { code, revision } of codesToReissue(state.codes, scope.at))
        await reissueCode(rooms, program, code, revision, wanted, doer, seededDigits(`${job._id} ${code} ${tries}`));
      return;
    }
    case "links":
      for (const { _id, revision } of linksToChange(state.links, edit.active))
        await changeLink(rooms, program, _id, revision, { active: edit.active }, doer);
      return;
    default:
      await savePersonal(rooms, scope, { ...state, member }, edit, job._id, doer);
  }
}

async function savePersonal(
  rooms: Rooms,
  scope: EditScope,
  state: Parameters<typeof personalAim>[1],
  edit: PersonalEdit,
  bulkEdit: string,
  doer: Doer,
): Promise<void> {
  const aim = personalAim(scope, state, edit);
  if (!isAim(aim)) throw new Error("what cannot be saved was refused when it was planned");
  const { place, record, payout } = aim;
  if (record === undefined) {
    await createPersonalPayout(rooms, place, { id: idFor(bulkEdit, state.partner), ...payout } as PersonalPayout, doer);
    return;
  }
  const { id } = newest(record).payout as PersonalPayout;
  if (payout === null) await removePersonalPayout(rooms, place, id, record.revision, doer);
  else await changePersonalPayout(rooms, place, id, record.revision, { id, ...payout }, doer);
}

/** The same whenever it is asked, so that one bulk edit never adds two. */
const idFor = (bulkEdit: string, partner: string) =>
  `bulk-${createHash("sha256").update(`${bulkEdit} ${partner}`).digest("hex").slice(0, 16)}`;
