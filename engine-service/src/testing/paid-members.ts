import { startedWithPartner } from "./member-doors.ts";
import { ifMatch, personalPayout } from "./test-service.ts";

const START = Date.parse("2026-11-20T10:00:00.000Z");
const HOUR = 3_600_000;
/** Hours after the test clock's start. */
export const atHour = (hour: number) => new Date(START + hour * HOUR).toISOString();

/** Acme pays 10 % by Standard, its default, and 20 % by Gold; p-7 (Anna) and p-8 (Bob) are members, p-9 is a partner only. */
export async function startedWithMembers(options: Parameters<typeof startedWithPartner>[0] = {}) {
  const acme = await startedWithPartner(options);
  const { send } = acme.service;
  await acme.addPartner("p-8", "Bob");
  await acme.addPartner("p-9", "Carl");
  await acme.join("p-7", { terms: "gold" });
  await acme.join("p-8");
  const revisionOf = async (path: string): Promise<number> => (await send("GET", path)).body.revision;
  const patch = async (path: string, body: object) => {
    const changed = await send("PATCH", path, body, ifMatch(await revisionOf(path)));
    if (changed.status !== 200) throw new Error(changed.text);
    wait();
    return changed;
  };
  const wait = (hours = 0) => acme.service.clock.advance(hours * HOUR + 1);
  const give = async (path: string, body: object) => {
    const given = await send("POST", path, body);
    if (given.status !== 201) throw new Error(given.text);
    wait();
  };
  wait();
  return {
    ...{ ...acme, send, wait },
    changeProgram: (body: object) => patch("/api/programs/acme", body),
    changePartner: (partner: string, body: object) => patch(`/api/partners/${partner}`, body),
    changeMember: (partner: string, body: object) => patch(`/api/programs/acme/members/${partner}`, body),
    changeCode: (code: string, body: object) => patch(`/api/programs/acme/codes/${code}`, body),
    giveCode: (partner: string, code: string, more = {}) =>
      give("/api/programs/acme/codes", { partner, code, ...more }),
    givePayout: (terms: string, id: string, partner: string, percent: string, code?: string) =>
      give(`${terms}/events/sale/personal-payouts`, personalPayout(id, partner, percent, code)),
    decide: async (event: object) => (await acme.evaluate(event)).body,
  };
}
