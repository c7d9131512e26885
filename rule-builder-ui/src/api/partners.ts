import { type NewPartner, Partner, type PartnerChange, page } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

/** Which partners; everything given must hold. */
export interface PartnerFilter {
  /** Part of the name, id or e-mail. */
  search?: string;
  status?: Partner["status"];
  tag?: string;
  program?: string;
  notInProgram?: string;
}

const ROWS = 50;

export const listPartners = (filter: PartnerFilter, cursor?: string | null) =>
  request(page(Partner), `/api/partners${query({ ...filter, cursor, limit: ROWS })}`);

export const getPartner = (partner: string) => request(Partner, path`/api/partners/${partner}`);

export const createPartner = (body: NewPartner) => request(Partner, "/api/partners", { method: "POST", body });

export const changePartner = (partner: string, revision: number, body: PartnerChange) =>
  request(Partner, path`/api/partners/${partner}`, { method: "PATCH", body, ifMatch: revision });
