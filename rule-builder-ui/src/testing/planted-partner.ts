import type { Member, NewMember, NewPartner, Partner } from "@firstmatch/shared-types";
import { counter } from "./counter.ts";
import type { Firstmatch } from "./firstmatch.ts";

type Service = Pick<Firstmatch, "fetchJson">;

const post = <T>({ fetchJson }: Service, path: string, body: unknown) =>
  fetchJson(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }) as Promise<T>;

const nextOf = counter();

/** A partner of a test's own, made over HTTP as another manager would. */
export function plantPartner(service: Service, over: Partial<NewPartner> = {}): Promise<Partner> {
  const planted = nextOf(service);
  return post(service, "/api/partners", { id: `partner-${planted}`, name: `Partner ${planted}`, ...over });
}

export const join = (service: Service, program: string, member: NewMember): Promise<Member> =>
  post(service, `/api/programs/${program}/members`, member);
