import { Book, type Known } from "../book.ts";
import { memberKey } from "../members/member-store.ts";
import { codeKey, type StoredPromoCode } from "./promo-code-store.ts";

export type KnownPromoCode = Known<StoredPromoCode>;

/** All promo codes in memory; a member's are those that are its own now. */
export class CodeBook {
  private readonly codes = new Book<StoredPromoCode>();
  private readonly byMember = this.codes.by(({ program, partner }) => memberKey(program, partner));

  readonly ofProgram = this.codes.by(({ program }) => program);
  ofMember = (program: string, partner: string): KnownPromoCode[] => this.byMember(memberKey(program, partner));
  put = (code: StoredPromoCode): void => this.codes.put(code);
  /** @param code as it was typed, or otherwise in its case */
  get = (program: string, code: string): KnownPromoCode | undefined => this.codes.get(codeKey(program, code));
}
