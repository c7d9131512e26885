import { Book, type Known } from "../book.ts";
import { memberKey, type StoredMember } from "./member-store.ts";

export type KnownMember = Known<StoredMember>;

/** All members in memory, those that were taken out of their program again among them: old events still ask for them. */
export class MemberBook {
  private readonly members = new Book<StoredMember>();

  readonly ofProgram = this.members.by(({ program }) => program);
  readonly ofPartner = this.members.by(({ partner }) => partner);
  put = (member: StoredMember): void => this.members.put(member);
  get = (program: string, partner: string): KnownMember | undefined => this.members.get(memberKey(program, partner));
}
