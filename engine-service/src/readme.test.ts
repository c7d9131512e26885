import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { plantDemo } from "./demo/plant-demo.ts";
import { startService } from "./testing/test-service.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

it("the README's decided example gives the output that the README shows", async () => {
  const [, sent] = /curl http:\S+\/evaluate -H 'Content-Type: application\/json' -d '([^']+)'/.exec(README) ?? [];
  const [, shown] = /```json\n([^`]+)```/.exec(README) ?? [];
  const service = await startService();
  await plantDemo(service.rooms);
  const { body } = await service.send("POST", "/evaluate", sent);
  expect(`${JSON.stringify(body, null, 2)}\n`).toBe(shown);
});
