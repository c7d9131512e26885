import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { plantDemo } from "./demo/plant-demo.ts";
import { startService } from "./testing/test-service.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

const [, sent = ""] = /curl http:\S+\/evaluate -H 'Content-Type: application\/json' -d '([^']+)'/.exec(README) ?? [];

it("the README's decided example gives the output that the README shows", async () => {
  const [, shown] = /```json\n([^`]+)```/.exec(README) ?? [];
  const service = await startService();
  await plantDemo(service.rooms);
  const { body } = await service.send("POST", "/evaluate", sent);
  expect(`${JSON.stringify(body, null, 2)}\n`).toBe(shown);
});

it("the same body with an id is recorded once, however often it is sent", async () => {
  const service = await startService();
  await plantDemo(service.rooms);
  const [{ conversionId, ...decision }, again] = await Promise.all(
    [1, 2].map(
      async () => (await service.send("POST", "/conversions", { ...JSON.parse(sent), conversionId: "c-1" })).body,
    ),
  );
  expect(again).toEqual({ conversionId, ...decision });
  expect(decision).toEqual((await service.send("POST", "/evaluate", sent)).body);
  expect(await service.rooms.conversions.entriesOf("acme", "c-1")).toHaveLength(1);
});
