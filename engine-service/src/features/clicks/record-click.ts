import { CLICK_FACTS, type NewClick } from "@firstmatch/shared-types";
import { conflict, notFound, unavailable } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { StoredClick } from "./click-store.ts";
import { deviceFacts } from "./device-facts.ts";
import { newClickId } from "./follow-link.ts";

export interface RecordedAnew {
  click: StoredClick;
  /** It was recorded before, from the same body. */
  repeated: boolean;
}

/** Records a click of somebody who redirects by himself; the same id and body again answer what was recorded first. */
export async function recordClick(rooms: Rooms, sent: NewClick): Promise<RecordedAnew> {
  const { program, partner, link, url } = whereOf(rooms, sent);
  const { clickId = newClickId(), clickedAt = rooms.now().toISOString(), userAgent } = sent;
  const told = CLICK_FACTS.flatMap((fact) => (sent[fact] === undefined ? [] : [[fact, sent[fact]] as const]));
  const click: StoredClick = {
    _id: clickId,
    ...{ program, partner, link, clickedAt: new Date(clickedAt).toISOString() },
    facts: { ...deviceFacts(userAgent), ...(url !== null && { landingUrl: url }), ...Object.fromEntries(told) },
    fingerprint: fingerprintOf(sent),
  };
  if (await rooms.clicks.insert(click)) return { click, repeated: false };
  const before = await rooms.clicks.find(clickId);
  if (before?.fingerprint === click.fingerprint) return { click: before, repeated: true };
  throw conflict(
    `The click "${clickId}" was recorded already, from another body. Nothing was changed; a new click needs an id of its own.`,
  );
}

/** Also what is not active: the click happened, and the decision of a conversion says what that means. */
function whereOf({ known }: Rooms, { link: id, program = "", partnerId = "" }: NewClick) {
  if (known.readiness === "starting") throw unavailable("The links are not read yet; try again shortly.");
  if (id !== undefined) {
    const link = known.links.get(id);
    if (link === undefined) throw notFound(`There is no link "${id}".`);
    return { program: link.program, partner: link.partner, link: id, url: link.url };
  }
  if (known.program(program) === undefined) throw notFound(`There is no program "${program}".`);
  return { program, partner: partnerId, link: null, url: null };
}
