import { Book, type Known } from "../book.ts";
import type { ListedPartner } from "../partners/listed-partner.ts";
import type { PartnerBook } from "../partners/partner-book.ts";
import { MemberRoster } from "./member-roster.ts";
import { memberKey, type StoredMember } from "./member-store.ts";

export type KnownMember = Known<StoredMember>;

/** All members in memory, those that were taken out of their program again among them: old events still ask for them. */
export class MemberBook {
  private readonly members = new Book<StoredMember>();
  /** By program, then by partner: every decision looks here, and making a key takes longer than looking. */
  private readonly byPlace = new Map<string, Map<string, KnownMember>>();
  private readonly partners: PartnerBook;
  private readonly rosters = new Map<string, MemberRoster>();

  readonly ofProgram = this.members.by(({ program }) => program);
  readonly ofPartner = this.members.by(({ partner }) => partner);

  constructor(partners: PartnerBook) {
    this.partners = partners;
    partners.whenPut = (listed) => {
      for (const member of this.ofPartner(listed.partner._id)) this.list(member, listed);
    };
  }

  put(member: StoredMember): void {
    this.members.put(member);
    const known = this.members.get(memberKey(member.program, member.partner)) as KnownMember;
    const ofProgram = this.byPlace.get(member.program) ?? new Map<string, KnownMember>();
    this.byPlace.set(member.program, ofProgram.set(member.partner, known));
    const listed = this.partners.listed(member.partner);
    if (listed !== undefined) this.list(known, listed);
  }

  get = (program: string, partner: string): KnownMember | undefined => this.byPlace.get(program)?.get(partner);

  /** Everyone who ever was a member, by the partner's folded name, then id; as they are at a moment that never goes back. */
  sorted = (program: string, moment: number) => this.rosters.get(program)?.at(moment) ?? [];

  private list(member: KnownMember, listed: ListedPartner): void {
    const roster = this.rosters.get(member.program) ?? new MemberRoster();
    this.rosters.set(member.program, roster);
    roster.put(member, listed);
  }
}
