import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { ENGINES } from "../../testing/engines.ts";
import { ifMatch, startedWithProgram, type TestService, temporaryStorage } from "../../testing/test-service.ts";

const IMPORT = "/api/programs/acme/conversions/import";
const CSV = { "Content-Type": "text/csv" };
const NDJSON = { "Content-Type": "application/x-ndjson" };

const ndjson = (...lines: unknown[]) =>
  lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
const sale = (conversionId: string, more: object = {}) => ({
  ...{ conversionId, eventType: "sale", occurredAt: "2026-11-19T10:00:00Z", orderTotal: "100" },
  ...more,
});
const counts = (more: object) => ({ payable: 0, rejected: 0, kpi: 0, repeated: 0, faulty: 0, ...more });

async function stored({ rooms }: TestService) {
  const all = await rooms.conversions.conversions.documents.find({ program: "acme" }, { sort: { _id: 1 } });
  return all.map(({ conversion, status, door }) => `${conversion} ${status} ${door}`);
}

const historyOf = async ({ send }: TestService) =>
  (await send("GET", "/api/history?program=acme&limit=100")).body.items
    .map(({ sentence }: { sentence: string }) => sentence)
    .filter((sentence: string) => sentence.startsWith("Imported"));

describe.each(ENGINES)("importing conversions: %s", (_engine, engine) => {
  const started = async () => startedWithProgram({ storage: (await engine())() });

  it("records the good lines, tells the faulty ones, and counts nothing twice when the mended file comes", async () => {
    const { service } = await started();
    const good = [sale("c-1"), sale("c-2", { orderTotal: "50", program: "acme" })];
    const file = ndjson(good[0], sale("c-3", { ordertotal: "1" }), "", "{", good[1], sale("c-4", { program: "other" }));
    const first = await service.send("POST", `${IMPORT}?file=november.ndjson`, file, NDJSON);
    expect(first.body).toEqual({
      dryRun: false,
      lines: 5,
      counts: counts({ payable: 2, faulty: 3 }),
      rejections: [],
      payout: "15.00",
      advertiserCost: "15.00",
      currency: "USD",
      faults: [
        { line: 2, pointer: "/ordertotal", message: '"ordertotal" is not known here. Did you mean "orderTotal"?' },
        { line: 4, pointer: "", message: expect.stringContaining("not JSON") },
        { line: 6, pointer: "/program", message: expect.stringContaining('must be "acme"') },
      ],
    });
    const again = await service.send("POST", IMPORT, ndjson(...good, sale("c-3")), NDJSON);
    expect(again.body.counts).toEqual(counts({ payable: 1, repeated: 2 }));
    expect((await service.send("POST", IMPORT, file, NDJSON)).body.counts).toMatchObject({ repeated: 2 });
    expect(await stored(service)).toEqual(["c-1", "c-2", "c-3"].map((id) => `${id} payable import`));
    expect(await historyOf(service)).toEqual([
      "Imported 1 conversion from a file: 1 payable; 2 were there already",
      "Imported 2 conversions from november.ndjson: 2 payable; 3 faulty lines were left out",
    ]);
  });

  it("reads CSV, and tells what no schema sees by its line: an id of another body, an unknown event type", async () => {
    const { service } = await started();
    await service.send("POST", "/conversions", { ...sale("c-1"), program: "acme" });
    const file = [
      "conversionId,eventType,occurredAt,orderTotal,params.tier",
      "c-1,sale,2026-11-19T10:00:00Z,100,",
      "c-1,sale,2026-11-19T10:00:00Z,101,",
      "c-2,sail,2026-11-19T10:00:00Z,100,",
      'c-3,sale,2026-11-19T10:00:00Z,"1,000",',
      "c-4,sale,2026-11-19T10:00:00,100,",
      "c-5,sale,2026-11-19T10:00:00Z,100,gold",
    ].join("\r\n");
    const { body } = await service.send("POST", IMPORT, file, CSV);
    expect(body.counts).toEqual(counts({ payable: 1, repeated: 1, faulty: 4 }));
    expect(body.faults.map(({ line, pointer }: { line: number; pointer: string }) => `${line} ${pointer}`)).toEqual([
      "3 ",
      "4 /eventType",
      "5 /orderTotal",
      "6 /occurredAt",
    ]);
  });

  it("rehearses a file as it would go, caps and ids of the lines before among it, and stores nothing", async () => {
    const { service } = await started();
    const caps = [{ measure: "conversions", per: "day", limit: "2" }];
    expect((await service.send("PATCH", "/api/programs/acme", { caps }, ifMatch(1))).status).toBe(200);
    const file = ndjson(sale("c-1"), sale("c-2"), sale("c-1"), sale("c-3"), sale("c-2", { orderTotal: "7" }));
    const rehearsed = await service.send("POST", `${IMPORT}?dryRun=true`, file, NDJSON);
    expect(rehearsed.body).toMatchObject({
      dryRun: true,
      lines: 5,
      counts: counts({ payable: 2, repeated: 1, rejected: 1, faulty: 1 }),
      rejections: [{ reason: "conversion-cap-reached", count: 1 }],
      payout: "20.00",
    });
    expect([await stored(service), await historyOf(service)]).toEqual([[], []]);
    const { body } = await service.send("POST", IMPORT, file, NDJSON);
    expect(body).toEqual({ ...rehearsed.body, dryRun: false });
  });

  it("keeps the order of a long file, batch after batch, with one line in the history", async () => {
    const { service } = await started();
    const caps = [{ measure: "conversions", per: "total", limit: "250" }];
    await service.send("PATCH", "/api/programs/acme", { caps }, ifMatch(1));
    const file = ndjson(...Array.from({ length: 350 }, (_, at) => sale(`c-${String(at).padStart(4, "0")}`)));
    const [mine, other] = await Promise.all([
      service.send("POST", IMPORT, file, NDJSON),
      service.send("POST", "/conversions", { ...sale("other"), program: "acme" }),
    ]);
    expect(other.body.status).toBe("payable");
    expect(mine.body.counts).toEqual(counts({ payable: 249, rejected: 101 }));
    const rows = (await stored(service)).filter((row) => row.startsWith("c-"));
    expect(rows.findIndex((row) => row.includes("rejected"))).toBe(249);
    expect(await historyOf(service)).toEqual(["Imported 350 conversions from a file: 249 payable, 101 rejected"]);
  });

  it("answers how far it is, where that is asked for, and at last the report", async () => {
    const { service } = await started();
    const headers = { ...NDJSON, Accept: "application/x-ndjson" };
    const reply = await service.send("POST", IMPORT, ndjson(sale("c-1"), "x"), headers);
    const lines = reply.text.trim().split("\n");
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ lines: 2, counts: counts({ payable: 1, faulty: 1 }) });
  });
});

describe("a file that is not imported", () => {
  it.each([
    ["of another type", "x", { "Content-Type": "application/vnd.ms-excel" }, 415],
    ["in another charset", "x", { "Content-Type": "text/csv; charset=latin1" }, 415],
    ["that is packed", "x", { ...CSV, "Content-Encoding": "gzip" }, 415],
  ])("%s is refused", async (_what, body, headers, status) => {
    const { service } = await startedWithProgram();
    expect((await service.send("POST", IMPORT, body, headers as Record<string, string>)).status).toBe(status);
  });

  it("of a program that is not there is refused, and so is a query that is not known", async () => {
    const { service } = await startedWithProgram();
    expect((await service.send("POST", IMPORT.replace("acme", "nope"), "", NDJSON)).status).toBe(404);
    expect((await service.send("POST", `${IMPORT}?dryrun=true`, "", NDJSON)).status).toBe(422);
    expect((await service.send("POST", `${IMPORT}?dryRun=yes`, "", NDJSON)).status).toBe(422);
  });

  it("has nothing in it: an empty report", async () => {
    const { service } = await startedWithProgram();
    for (const headers of [NDJSON, CSV])
      expect((await service.send("POST", IMPORT, "\n", headers)).body).toMatchObject({ lines: 0, counts: counts({}) });
  });

  it("is told line by line up to a hundred faults, and counted beyond", async () => {
    const { service } = await startedWithProgram();
    const { body } = await service.send("POST", IMPORT, "x\n".repeat(130), NDJSON);
    expect([body.counts.faulty, body.faults.length, body.faults.at(-1).line]).toEqual([130, 100, 100]);
  });

  it("is a faulty heading, or a quotation mark left open, from that line on", async () => {
    const { service } = await startedWithProgram();
    const open = 'conversionId,eventType\nc-1,sale\nc-2,"sale\nc-3,sale\n';
    const { body } = await service.send("POST", IMPORT, open, CSV);
    expect(body).toMatchObject({
      counts: counts({ faulty: 1, rejected: 1 }),
      faults: [{ line: 3, pointer: "", message: expect.stringContaining("left open") }],
    });
  });
});

describe("an import that breaks off", () => {
  it("says so where the store goes away, keeps what is stored, and goes on when the file comes again", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service } = await startedWithProgram({ storage });
    const file = ndjson(...Array.from({ length: 300 }, (_, at) => sale(`c-${at}`)));
    let entered = 0;
    const { journal } = service.rooms;
    const enter = journal.enter.bind(journal);
    journal.enter = (program, task) => {
      storage.away = ++entered > 250;
      return enter(program, task);
    };
    const broken = await service.send("POST", IMPORT, file, NDJSON);
    expect([broken.status, broken.body.type]).toEqual([503, "/problems/unavailable"]);
    storage.away = false;
    journal.enter = enter;
    const kept = await stored(service);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(300);
    expect(await historyOf(service)).toEqual([
      `Imported ${kept.length} conversions from a file: ${kept.length} payable`,
    ]);
    const { body } = await service.send("POST", IMPORT, file, NDJSON);
    expect(body.counts.payable + body.counts.repeated).toBe(300);
    expect(await stored(service)).toHaveLength(300);
  });
});
