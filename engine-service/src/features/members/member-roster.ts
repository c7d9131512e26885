import { isMemberAt } from "../../domain/standing.ts";
import { heldAt, planned } from "../../domain/timeline.ts";
import type { ListedPartner } from "../partners/listed-partner.ts";
import { Roster } from "../partners/roster.ts";
import type { KnownMember } from "./member-book.ts";

/** A member in the place of its partner, with its state: to look that up along time takes a list of 50,000 too long. */
export interface ListedMember extends ListedPartner {
  member: KnownMember;
  isMember: boolean;
  /** Null: the program's default terms. */
  terms: string | null;
  active: boolean;
}

/** The members of one program in the order of their names. */
export class MemberRoster {
  private readonly roster = new Roster<ListedMember>();
  /** Whose state was not looked up yet, or is planned to change, with the moment from which it is another. */
  private readonly due = new Map<ListedMember, number>();

  put(member: KnownMember, { partner, key, text, tags, status }: ListedPartner): void {
    const unknown = { isMember: false, terms: null, active: false };
    this.due.set(this.roster.put(member.partner, { partner, key, text, tags, status, member, ...unknown }), 0);
  }

  at(moment: number): readonly ListedMember[] {
    for (const [listed, from] of this.due) if (from <= moment) this.lookUp(listed, moment);
    return this.roster.sorted();
  }

  private lookUp(listed: ListedMember, moment: number): void {
    const { enrolled, terms, active } = listed.member;
    listed.isMember = isMemberAt(listed.member, moment);
    listed.terms = heldAt(terms, moment) ?? null;
    listed.active = heldAt(active, moment) ?? false;
    const next = [enrolled, terms, active].flatMap((held) => planned<unknown>(held, moment)).map(({ from }) => from);
    if (next.length === 0) this.due.delete(listed);
    else this.due.set(listed, Math.min(...next.map((from) => Date.parse(from))));
  }
}
