import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Storage } from "./collection.ts";
import { aggregatingPromises } from "./promises/aggregating.ts";
import { changingPromises } from "./promises/changing.ts";
import { findingPromises } from "./promises/finding.ts";
import { insertingPromises } from "./promises/inserting.ts";
import { modelPromise } from "./promises/model.ts";
import { puttingPromises } from "./promises/putting.ts";
import type { Doc, Workbench } from "./promises/workbench.ts";

interface Engine {
  open: () => Promise<Storage>;
  /** Random sequences of operations to compare with the model. */
  runs?: number;
}

/** What every storage engine promises. One suite, run against each. */
export function storagePromises(engine: string, { open, runs = 100 }: Engine): void {
  describe(`storage promises: ${engine}`, () => {
    let storage: Storage;
    let count = 0;
    const fresh: Workbench["fresh"] = (indexes = []) => storage.collection<Doc>(`c-${count++}`, indexes);
    const workbench: Workbench = {
      fresh,
      holding: async (...documents) => {
        const collection = fresh();
        for (const document of documents) await collection.insertOne(document);
        return collection;
      },
      ids: async (found) => (await found).map((document) => document._id).sort(),
    };

    beforeAll(async () => {
      storage = await open();
    });
    afterAll(() => storage?.close());

    insertingPromises(workbench);
    findingPromises(workbench);
    changingPromises(workbench);
    puttingPromises(workbench);
    aggregatingPromises(workbench);
    modelPromise(workbench, runs);

    it("refuses to declare a collection twice, because the indexes of the second would be forgotten", () => {
      storage.collection("twice");
      expect(() => storage.collection("twice")).toThrow(TypeError);
    });
  });
}
