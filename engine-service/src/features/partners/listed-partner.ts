import { foldText, type Partner } from "@firstmatch/shared-types";
import type { KnownPartner } from "./partner-book.ts";
import { standingOf } from "./partner-profile.ts";
import type { Placed } from "./roster.ts";

/** A partner in its place in lists, with what a filter looks at, folded once. */
export interface ListedPartner extends Placed {
  partner: KnownPartner;
  /** Name, id, e-mail. */
  text: string;
  tags: readonly string[];
  status: Partner["status"];
}

/** NUL sorts before every other character, and no stored text holds it. */
const SEPARATOR = "\0";

export function listedPartner(partner: KnownPartner): ListedPartner {
  const { name, _id, contact, tags } = partner;
  return {
    partner,
    key: `${foldText(name)}${SEPARATOR}${_id}`,
    text: [name, _id, contact.email ?? ""].map(foldText).join(SEPARATOR),
    tags: tags.map(foldText),
    status: standingOf(partner).status,
  };
}

/** Whether the part of a filter holds that asks for nothing but the partner. */
export function partnerMatcher({ search = "", tag }: { search?: string | undefined; tag?: string | undefined }) {
  const searched = foldText(search.trim());
  const tagged = tag === undefined ? undefined : foldText(tag);
  return {
    searched,
    bySearch: ({ text }: ListedPartner) => text.includes(searched),
    byTag: ({ tags }: ListedPartner) => tagged === undefined || tags.includes(tagged),
  };
}
