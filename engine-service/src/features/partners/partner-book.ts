import { Book, type Known } from "../book.ts";
import { type ListedPartner, listedPartner } from "./listed-partner.ts";
import type { StoredPartner } from "./partner-store.ts";
import { Roster } from "./roster.ts";

export type KnownPartner = Known<StoredPartner>;

/** All partners in memory. */
export class PartnerBook {
  private readonly partners = new Book<StoredPartner>();
  private readonly roster = new Roster<ListedPartner>();
  /** Told of every partner that is put: lists of others show its name. */
  whenPut = (_: ListedPartner): void => {};

  put(partner: StoredPartner): void {
    this.partners.put(partner);
    const listed = listedPartner(this.partners.get(partner._id) as KnownPartner);
    this.roster.put(partner._id, listed);
    this.whenPut(listed);
  }
  get = (id: string): KnownPartner | undefined => this.partners.get(id);
  all = (): KnownPartner[] => this.partners.all();
  listed = (id: string): ListedPartner | undefined => this.roster.get(id);
  /** By folded name, then id. */
  sorted = (): readonly ListedPartner[] => this.roster.sorted();
}
