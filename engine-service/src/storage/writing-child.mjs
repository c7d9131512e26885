// Started by embedded-storage.test.ts and killed at any moment. Writes without end, from eight sides at once, and prints
// the _id of every write that was acknowledged. Runs the built code, because Node 20 does not run TypeScript.
import { openEmbeddedStorage } from "../../dist/storage/embedded-storage.js";
import { printAtOnce } from "../testing/print-at-once.mjs";

const [directory, run] = process.argv.slice(2);
const storage = await openEmbeddedStorage(directory);
const conversions = storage.collection("conversions", [{ fields: ["partner"] }]);
const caps = storage.collection("caps");
await storage.ping();
printAtOnce("ready");

async function write(side) {
  for (let i = 0; ; i++) {
    const _id = `${run}-${side}-${i}`;
    const note = "é\u2028".repeat(side === 0 && i % 50 === 0 ? 20_000 : 50);
    await conversions.insertOne({ _id, partner: `p-${i % 5}`, note });
    printAtOnce(_id);
    await caps.findOneAndUpdate({ _id: "cap" }, { $inc: { count: 1 } }, { upsert: true });
    printAtOnce("counted");
  }
}
if (run !== "idle") await Promise.all(Array.from({ length: 8 }, (_, side) => write(side)));
else setInterval(() => {}, 1000);
