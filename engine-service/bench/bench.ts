import { core } from "./core/core.ts";
import { batch } from "./http/batch.ts";
import { http } from "./http/http.ts";
import { quick } from "./quick.ts";
import { scale } from "./scale/scale.ts";

/** `npm run bench` runs all but the quick one; `npm run bench -- core` one by its name. */
const BENCHMARKS: Record<string, () => Promise<void>> = { core, http, batch, scale, quick };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark "${unknown[0]}"; there are ${Object.keys(BENCHMARKS).join(", ")}.`);
  process.exit(1);
}
const names = asked.length > 0 ? asked : Object.keys(BENCHMARKS).filter((name) => name !== "quick");
for (const name of names) await BENCHMARKS[name]?.();
