import {
  CodeHolders,
  type NewPromoCode,
  PromoCode,
  type PromoCodeChange,
  page,
  type Reissue,
} from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

const codesPath = (program: string) => path`/api/programs/${program}/codes`;
const codePath = (program: string, code: string) => path`/api/programs/${program}/codes/${code}`;

export const listCodes = (program: string, partner: string, cursor?: string | null) =>
  request(page(PromoCode), codesPath(program) + query({ partner, cursor }));

export const issueCode = (program: string, body: NewPromoCode) =>
  request(PromoCode, codesPath(program), { method: "POST", body });

export const changeCode = (program: string, code: string, revision: number, body: PromoCodeChange) =>
  request(PromoCode, codePath(program, code), { method: "PATCH", body, ifMatch: revision });

/** Gives back the new code. */
export const reissueCode = (program: string, code: string, revision: number, body: Reissue) =>
  request(PromoCode, `${codePath(program, code)}/reissue`, { method: "POST", body, ifMatch: revision });

/** Who had it when, the newest first. */
export const listHolders = (program: string, code: string) =>
  request(CodeHolders, `${codePath(program, code)}/holders`);
