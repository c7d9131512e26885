import { Book, type Known } from "../book.ts";
import type { ListedPartner } from "../partners/listed-partner.ts";
import type { PartnerBook } from "../partners/partner-book.ts";
import { MemberRoster } from "./member-roster.ts";
import { memberKey, type StoredMember } from "./member-store.ts";

export type KnownMember = Known<StoredMember>;

/** All members in memory, those that were taken out of their program again among them: old events still ask for them. */
export class MemberBook {
  private readonly members = new Book<StoredMember>();
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
    const listed = this.partners.listed(member.partner);
    if (listed !== undefined) this.list(this.get(member.program, member.partner) as KnownMember, listed);
  }

  get = (program: string, partner: string): KnownMember | undefined => this.members.get(memberKey(program, partner));

  /** Everyone who ever was a member, by the partner's folded name, then id; as they are at a moment that never goes back. */
  sorted = (program: string, moment: number) => this.rosters.get(program)?.at(moment) ?? [];

  private list(member: KnownMember, listed: ListedPartner): void {
    const roster = this.rosters.get(member.program) ?? new MemberRoster();
    this.rosters.set(member.program, roster);
    roster.put(member, listed);
  }
}
