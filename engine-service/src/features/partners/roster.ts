import { foldText } from "@firstmatch/shared-types";
import type { KnownPartner } from "./partner-book.ts";

/** A partner in its place in lists. */
export interface Listed {
  partner: KnownPartner;
  /** What lists are sorted by; the cursor. */
  key: string;
  /** What a search looks through: name, id, e-mail, folded. */
  text: string;
}

/** NUL sorts before every other character, and no stored text holds it. */
const SEPARATOR = "\0";

const keyOf = ({ name, _id }: KnownPartner) => `${foldText(name)}${SEPARATOR}${_id}`;
const textOf = ({ name, _id, contact }: KnownPartner) => [name, _id, contact.email ?? ""].map(foldText).join(SEPARATOR);

/** All partners in the order of their names. A change is merged in when next asked for, without sorting everything again. */
export class Roster {
  private readonly listed = new Map<string, Listed>();
  private inOrder: Listed[] = [];
  private readonly fresh = new Set<Listed>();
  private readonly gone = new Set<Listed>();

  put(partner: KnownPartner): void {
    const known = this.listed.get(partner._id);
    const now: Listed = { partner, key: keyOf(partner), text: textOf(partner) };
    if (known?.key === now.key) {
      Object.assign(known, now);
      return;
    }
    if (known !== undefined && !this.fresh.delete(known)) this.gone.add(known);
    this.listed.set(partner._id, now);
    this.fresh.add(now);
  }

  sorted(): readonly Listed[] {
    if (this.fresh.size > 0) {
      const fresh = [...this.fresh].sort((one, other) => (one.key < other.key ? -1 : 1));
      this.inOrder = merged(
        this.inOrder.filter((listed) => !this.gone.has(listed)),
        fresh,
      );
      this.fresh.clear();
      this.gone.clear();
    }
    return this.inOrder;
  }
}

function merged(some: readonly Listed[], others: readonly Listed[]): Listed[] {
  const all: Listed[] = [];
  let at = 0;
  for (const listed of some) {
    for (let other = others[at]; other !== undefined && other.key < listed.key; other = others[++at]) all.push(other);
    all.push(listed);
  }
  return all.concat(others.slice(at));
}
