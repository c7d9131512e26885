import type { Contact } from "@firstmatch/shared-types";
import type { PartnerStanding } from "../../domain/standing.ts";
import type { From } from "../../domain/timeline.ts";
import type { Storage } from "../../storage/collection.ts";
import type { Changes } from "../changes.ts";
import { kept, type Revised } from "../kept.ts";

export type { PartnerStanding };

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
