import { Book, type Known } from "../book.ts";
import type { StoredPartner } from "./partner-store.ts";
import { Roster } from "./roster.ts";

export type KnownPartner = Known<StoredPartner>;

/** All partners in memory. */
export class PartnerBook {
  private readonly partners = new Book<StoredPartner>();
  private readonly roster = new Roster();

  put = (partner: StoredPartner): void => {
    this.partners.put(partner);
    this.roster.put(this.partners.get(partner._id) as KnownPartner);
  };
  get = (id: string): KnownPartner | undefined => this.partners.get(id);
  all = (): KnownPartner[] => this.partners.all();
  /** By folded name, then id. */
  sorted = () => this.roster.sorted();
}
