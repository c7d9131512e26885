import { NewBulkEdit } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { newUuid } from "./new-uuid.ts";

describe("a new uuid", () => {
  it("is one that the service takes, and never the same twice", () => {
    const made = Array.from({ length: 500 }, newUuid);
    expect(made.every((id) => NewBulkEdit.shape.id.safeParse(id).success)).toBe(true);
    expect(new Set(made).size).toBe(500);
  });
});
