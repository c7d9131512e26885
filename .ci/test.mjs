// `npm test`: format and lint, types and build, then every test, browser and MongoDB included. `npm test -- decide`
// runs only the test files with "decide" in their path. The last line sums up: N passed, N failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { startMongodb } from "./mongodb.mjs";
import { atExit, build, install, nodeTooOld, root, run, tool, whenNpmDies } from "./steps.mjs";

const ci = process.env.CI === "true";
const filter = process.argv.slice(2);
const results = [];
const leftOut = [];

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => process.exit(code)); // atExit ends every child and server
}
whenNpmDies(() => process.exit(143));
// A mistake in these scripts must not pass for a run without failures.
process.on("uncaughtException", (error) => finish(error.stack));

const problem = nodeTooOld();
if (problem) finish(problem);
const installing = install();
if (installing) {
  heading("Installing packages");
  const { ok, output, seconds } = await installing;
  console.log(ok ? `${seconds.toFixed(0)} s` : output);
  if (!ok) finish("The packages could not be installed (npm ci); nothing was tested.");
}

// Fetching a browser or a server may take a while the first time; it does so beside the checks.
const fetching = Promise.all([findChromium(), startMongodb()]);
if (filter.length === 0) {
  await check("format and lint", () =>
    run(process.execPath, [tool("@biomejs", "biome", "bin", "biome"), "ci", "--colors=off", "."], { limit: 120 }),
  );
}
await check("types and build", build);

heading("browser and MongoDB");
const [chromium, mongodb] = await fetching;
console.log(`Chromium: ${chromium.path ? `${chromium.path} (${chromium.how})` : `none, ${chromium.missing}`}`);
console.log(`MongoDB: ${mongodb.uri ? `${mongodb.how}` : `none, ${mongodb.missing}`}`);
if (!chromium.path) leftOut.push(`The browser tests: no Chromium (${chromium.missing}). CHROMIUM_PATH can name one.`);
if (!mongodb.uri) leftOut.push(`The MongoDB tests: no server (${mongodb.missing}). MONGODB_URI can name one.`);

const reports = mkdtempSync(join(tmpdir(), "firstmatch-tests-"));
atExit(() => rmSync(reports, { recursive: true, force: true }));
const env = {
  ...(chromium.path && { FIRSTMATCH_TEST_CHROMIUM: chromium.path }),
  // The name, too: a stand-in may differ from MongoDB in places that the tests know.
  ...(mongodb.uri && { FIRSTMATCH_TEST_MONGODB_URI: mongodb.uri }),
};
await suite("shared-types", "shared-types");
await suite("engine-service", "engine-service");
await suite("rule-builder-ui", "rule-builder-ui", ["--project", "unit"]);
if (chromium.path) await suite("rule-builder-ui in Chromium", "rule-builder-ui", ["--project", "browser"]);
mongodb.stop?.();
const ran = results.some(({ tests, passed, failed }) => tests && passed + failed > 0);
finish(ran ? undefined : `No test ran: no test file has ${filter.join(" or ")} in its path.`);

/** A check that passes or fails as a whole counts as one test. */
async function check(name, action) {
  heading(name);
  const { ok, output, seconds } = await action();
  console.log(ok ? "ok" : output);
  results.push({ name, seconds, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
}

async function suite(name, folder, args = []) {
  heading(name);
  const report = join(reports, `${results.length}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const only = filter.length > 0 ? ["--passWithNoTests", ...filter] : [];
  const { ok, seconds } = await run(
    process.execPath,
    [tool("vitest", "vitest.mjs"), "run", ...reporters, ...args, ...only],
    { limit: 1_000, cwd: join(root, folder), env, show: true },
  );
  const counts = existsSync(report)
    ? count(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  // A crash, a file that does not load, or no test at all is a failure that no single test tells of.
  if (!ok && counts.failed === 0) counts.failed = 1;
  if (filter.length === 0 && counts.passed + counts.failed === 0) counts.failed = 1;
  results.push({ name, seconds, tests: true, ...counts });
}

function count(report) {
  const notLoaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + notLoaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function finish(reason) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  let [passed, failed, skipped] = [total("passed"), total("failed"), total("skipped")];
  heading("summary");
  for (const { name, seconds, ...counts } of results) {
    console.log(`${name.padEnd(30)} ${seconds.toFixed(0).padStart(4)} s   ${told(counts)}`);
  }
  for (const what of leftOut) console.log(`\n!!! LEFT OUT !!! ${what}`);
  if (reason) console.log(`\n${reason}`);
  if (ci) {
    // Where nobody reads the lines above, a test that did not run is one that failed.
    failed += leftOut.length + skipped;
    skipped = 0;
  }
  if (reason && failed === 0) failed = 1;
  console.log(`\n${told({ passed, failed, skipped })}`);
  process.exit(failed > 0 ? 1 : 0);
}

function told({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function heading(what) {
  console.log(`\n── ${what} ──`);
}
