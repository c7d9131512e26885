// Started by history-kills.test.ts and killed at any moment. Changes without end, from eight sides at once, and prints
// what was acknowledged: the kind, the id and the revision. Runs the built code, because Node 20 does not run TypeScript.
import { saveDraft } from "../../../dist/features/drafts/save-draft.js";
import { changePartner } from "../../../dist/features/partners/change-partner.js";
import { createPartner } from "../../../dist/features/partners/create-partner.js";
import { openEmbeddedStorage } from "../../../dist/storage/embedded-storage.js";
import { connectMongoStorage } from "../../../dist/storage/mongo-storage.js";
import { wire } from "../../../dist/wire.js";
import { printAtOnce } from "../../testing/print-at-once.mjs";

const [store, run] = process.argv.slice(2);
const storage = store.startsWith("mongodb:") ? connectMongoStorage(store) : await openEmbeddedStorage(store);
const silent = new Proxy({}, { get: () => () => {} });
const rooms = wire({ storage, now: () => new Date(), log: silent });
await rooms.refresher.look();
printAtOnce("ready");

const doer = { by: { id: "child", name: run } };
const acknowledged = (kind, id, revision) => printAtOnce(`${kind} ${id} ${revision}`);

/** New partners, each changed a few times. */
async function changePartners(side) {
  for (let at = 0; ; at++) {
    const id = `${run}-${side}-${at}`;
    await createPartner(rooms, { id, name: "0" }, doer);
    acknowledged("partner", id, 1);
    for (let revision = 1; revision < 4; revision++) {
      await changePartner(rooms, id, revision, { name: `${revision}` }, doer);
      acknowledged("partner", id, revision + 1);
    }
  }
}

/** One document, changed over and over, over every kill, by two who do not wait for each other. */
async function changeDraft() {
  const path = { program: "acme", terms: "standard" };
  for (;;) {
    const { draft } = await rooms.terms.find(path.program, path.terms);
    const change = (terms) => ({ ...terms, name: `Standard ${draft.revision}` });
    const saved = await saveDraft(rooms, path, draft.revision, change, doer).catch((error) => {
      if (error.type !== "stale") throw error;
    });
    if (saved) acknowledged("terms", "standard", saved.revision);
  }
}

await Promise.all([changeDraft(), changeDraft(), ...Array.from({ length: 6 }, (_, side) => changePartners(side))]);
