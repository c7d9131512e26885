import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { startedWithProgram, type TestService } from "../../testing/test-service.ts";

const IMPORT = "/api/programs/acme/conversions/import";
const CSV = { "Content-Type": "text/csv" };
const NDJSON = { "Content-Type": "application/x-ndjson" };
const ndjson = (...lines: unknown[]) =>
  lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
const sale = (conversionId: string, more: object = {}) => ({
  conversionId,
  eventType: "sale",
  occurredAt: "2026-11-19T10:00:00Z",
  orderTotal: "100",
  ...more,
});

async function stored({ rooms }: TestService) {
  const all = await rooms.conversions.conversions.documents.find({ program: "acme" }, { sort: { _id: 1 } });
  return all.map(({ conversion, status }) => `${conversion} ${status}`);
}

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
      counts: { payable: 2, rejected: 0, kpi: 0, repeated: 0, faulty: 3 },
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
    expect(again.body.counts).toEqual({ payable: 1, rejected: 0, kpi: 0, repeated: 2, faulty: 0 });
    expect(await stored(service)).toEqual(["c-1 payable", "c-2 payable", "c-3 payable"]);
  });
});
void CSV;
