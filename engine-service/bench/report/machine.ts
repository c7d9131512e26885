import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { SEED } from "../workload/workload.ts";

/** Processes that wanted to run in the minute before the benchmark; none on a quiet machine. */
const LOAD_BEFORE = loadavg()[0] ?? 0;

/** What a figure depends on, without names of hosts or people. */
export function machine(packages: readonly string[] = []): string {
  const cores = cpus();
  const about = [
    `${cores.length} × ${cores[0]?.model.trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GB memory`,
    process.platform,
    `load ${LOAD_BEFORE.toFixed(1)} before`,
    `Node ${process.versions.node}`,
    ...packages.map((name) => `${name} ${versionOf(name)}`),
    `seed "${SEED}"`,
    new Date().toISOString().slice(0, 10),
  ];
  return about.join(" · ");
}

/** Some packages do not export their package.json, so it is looked for above what they do export. */
function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  for (;;) {
    try {
      const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
        name?: string;
        version?: string;
      };
      if (about.name === name && about.version !== undefined) return about.version;
    } catch {
      // Not in this folder.
    }
    if (folder === dirname(folder)) throw new Error(`there is no package.json of ${name}`);
    folder = dirname(folder);
  }
}
