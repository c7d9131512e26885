import type { Member, NewMember, NewPartner, Partner } from "@firstmatch/shared-types";
import type { Firstmatch } from "./firstmatch.ts";

type Service = Pick<Firstmatch, "fetchJson">;

const post = <T>({ fetchJson }: Service, path: string, body: unknown) =>
  fetchJson(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }) as Promise<T>;

let planted = 0;

/** A partner of a test's own, made over HTTP as another manager would. */
export function plantPartner(service: Service, over: Partial<NewPartner> = {}): Promise<Partner> {
  planted += 1;
  return post(service, "/api/partners", { id: `partner-${planted}`, name: `Partner ${planted}`, ...over });
}

export const join = (service: Service, program: string, member: NewMember): Promise<Member> =>
  post(service, `/api/programs/${program}/members`, member);
