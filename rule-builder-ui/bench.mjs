// `npm run bench -w rule-builder-ui`, after a build: the list of 1,000 payout groups in Chromium, opened and dragged.
// Another number of groups: `npm run bench -w rule-builder-ui -- 200`. Nothing here passes or fails: machines differ.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { findChromium } from "../.ci/chromium.mjs";

const { path, missing } = await findChromium();
if (!path) throw new Error(`There is no Chromium: ${missing}. CHROMIUM_PATH can name one.`);
process.env.FIRSTMATCH_TEST_CHROMIUM = path;
const measuring = fileURLToPath(new URL("src/testing/measure-ranked-list.ts", import.meta.url));
const { module } = await runnerImport(measuring, { configFile: false });
await module.measureRankedList(Number(process.argv[2] ?? 1_000));
