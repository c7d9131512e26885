import { Book, type Known } from "../book.ts";
import { memberKey } from "../members/member-store.ts";
import type { StoredLink } from "./link-store.ts";

export type KnownLink = Known<StoredLink>;

/** All links in memory. */
export class LinkBook {
  private readonly links = new Book<StoredLink>();
  private readonly byMember = this.links.by(({ program, partner }) => memberKey(program, partner));

  readonly ofProgram = this.links.by(({ program }) => program);
  ofMember = (program: string, partner: string): KnownLink[] => this.byMember(memberKey(program, partner));
  put = (link: StoredLink): void => this.links.put(link);
  get = (id: string): KnownLink | undefined => this.links.get(id);
}
