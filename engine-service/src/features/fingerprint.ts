import { createHash } from "node:crypto";

/** The same text for the same value, in whatever order its fields were written; another one for any other. */
export const fingerprintOf = (value: unknown): string =>
  createHash("sha256").update(canonicalJson(value)).digest("base64url");

const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, held) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );
