import type { Contact, Partner } from "@firstmatch/shared-types";
import type { From } from "../../domain/timeline.ts";
import type { Storage } from "../../storage/collection.ts";
import type { Changes } from "../changes.ts";
import { kept, type Revised } from "../kept.ts";

/** What decisions need to know of a partner; it holds from a moment on. */
export interface PartnerStanding {
  status: Partner["status"];
  /** Percent, "70" is 70 %. */
  revenueShare: string | null;
  /** By program, where it differs. */
  programRevenueShares: Record<string, string>;
}

/** `_id` is the partner's id. */
export interface StoredPartner extends Revised {
  name: string;
  contact: Contact;
  tags: string[];
  standing: From<PartnerStanding>[];
  createdAt: string;
}

export type PartnerStore = ReturnType<typeof partnerStore>;

export const partnerStore = (storage: Storage, changes: Changes) => kept<StoredPartner>(storage, changes, "partners");
