import { Book, type Known } from "../book.ts";
import type { StoredPartner } from "./partner-store.ts";

export type KnownPartner = Known<StoredPartner>;

/** All partners in memory. */
export class PartnerBook {
  private readonly partners = new Book<StoredPartner>();

  put = (partner: StoredPartner): void => this.partners.put(partner);
  get = (id: string): KnownPartner | undefined => this.partners.get(id);
  all = (): KnownPartner[] => this.partners.all();
}
