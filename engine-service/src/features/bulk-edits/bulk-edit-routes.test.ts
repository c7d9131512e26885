import { randomUUID } from "node:crypto";
import type { BulkEditLine, Edit } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { enroll } from "../../testing/members.ts";
import { ifMatch, saleTerms, startedWithProgram } from "../../testing/test-service.ts";

const BULK = "/api/programs/acme/bulk-edits";
const EVERYONE = { filter: {} };

async function started() {
  const { service, put, ...doors } = await startedWithProgram();
  await service.send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold" });
  await put({ ...saleTerms("20"), name: "Gold" }, {}, "/api/programs/acme/terms/gold");
  await enroll(service, ["anna", "ben", "cleo"]);
  const { send, rooms, clock } = service;
  clock.advance(1_000);
  const preview = (edit: Edit, selection: object = EVERYONE) => send("POST", `${BULK}/preview`, { selection, edit });
  const start = async (edit: Edit, selection: object = EVERYONE, id: string = randomUUID()) => {
    const { fingerprint } = (await preview(edit, selection)).body;
    return send("POST", BULK, { id, selection, edit, fingerprint });
  };
  const finished = async (id: string) => {
    await rooms.bulkEditRunner.look(rooms);
    await rooms.bulkEditRunner.idle();
    return (await send("GET", `${BULK}/${id}`)).body;
  };
  const lines = async (id: string, query = ""): Promise<string[]> =>
    (await send("GET", `${BULK}/${id}/lines${query}`)).body.items.map(
      ({ name, result, sentence }: BulkEditLine) => `${result}: ${name} ${sentence}`,
    );
  /** Starts and waits. */
  const run = async (edit: Edit, selection: object = EVERYONE) => {
    const reply = await start(edit, selection);
    if (reply.status !== 202) throw new Error(reply.text);
    return finished(reply.body.id);
  };
  return { service, put, ...doors, send, rooms, clock, preview, start, finished, lines, run };
}

const GOLD: Edit = { kind: "move", terms: "gold" };

describe("a bulk edit", () => {
  it("is shown first, and changes nothing by that", async () => {
    const { preview, send, evaluate } = await started();
    await send("PATCH", "/api/programs/acme/members/ben", { terms: "gold" }, ifMatch(1));
    const { status, body } = await preview(GOLD, { partners: ["anna", "ben", "nobody"] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: "Move to Gold", counts: { all: 3, done: 1, unchanged: 1, refused: 1 } });
    expect(body.lines).toEqual([
      { partner: "anna", name: "Anna", result: "done", sentence: "moves from the default terms to Gold" },
      { partner: "nobody", name: "nobody", result: "refused", sentence: "is no member of this program" },
      { partner: "ben", name: "Ben", result: "unchanged", sentence: "is so already" },
    ]);
    expect((await evaluate({ partnerId: "anna" })).body.payout).toBe("10.00");
  });

  it("does to each member what was shown, and reports line by line", async () => {
    const { run, lines, evaluate, clock } = await started();
    const job = await run(GOLD);
    expect(job).toMatchObject({
      status: "finished",
      counts: { all: 3, done: 3, unchanged: 0, refused: 0, waiting: 0 },
      startedBy: "Someone on this machine",
    });
    expect(await lines(job.id)).toEqual(
      ["Anna", "Ben", "Cleo"].map((name) => `done: ${name} moves from the default terms to Gold`),
    );
    clock.advance(1);
    for (const partnerId of ["anna", "ben", "cleo"]) {
      expect((await evaluate({ partnerId })).body.payout).toBe("20.00");
    }
  });
});
