import type { MemberChange, NewMember, NewPartner } from "@firstmatch/shared-types";
import { doors, ifMatch, saleTerms, startedWithProgram, type TestService } from "./test-service.ts";

export const MEMBERS = "/api/programs/acme/members";
export const GOLD = "/api/programs/acme/terms/gold";

export const memberPath = (partner: string) => `${MEMBERS}/${encodeURIComponent(partner)}`;

/** The doors of partners and members, with their addresses and preconditions filled in. */
export function memberDoors({ send }: Pick<TestService, "send">) {
  const addPartner = (id: string, name = id, more: Partial<NewPartner> = {}) =>
    send("POST", "/api/partners", { id, name, ...more });
  const join = (partner: string, more: Partial<NewMember> = {}) => send("POST", MEMBERS, { partner, ...more });
  const change = (partner: string, revision: number, body: MemberChange) =>
    send("PATCH", memberPath(partner), body, ifMatch(revision));
  const leave = (partner: string, revision: number) =>
    send("DELETE", memberPath(partner), undefined, ifMatch(revision));
  const callOff = (partner: string, revision: number) =>
    send("DELETE", `${memberPath(partner)}/planned-moves`, undefined, ifMatch(revision));
  const member = (partner: string) => send("GET", memberPath(partner));
  return { addPartner, join, change, leave, callOff, member };
}

/** A program that pays 10 % by its default terms, Standard, and 20 % by others, Gold; with a partner, Anna Lopez. */
export async function startedWithPartner(options: Parameters<typeof startedWithProgram>[0] = {}) {
  const started = await startedWithProgram(options);
  const { service } = started;
  await service.send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold" });
  await doors(service).put({ ...saleTerms("20"), name: "Gold" }, {}, GOLD);
  const members = memberDoors(service);
  await members.addPartner("p-7", "Anna Lopez");
  return { ...started, ...members };
}
