import { defineConfig } from "vitest/config";
import { fromSource } from "../.ci/from-source.ts";

export default defineConfig({
  ...fromSource,
  test: {
    include: ["src/**/*.test.ts", "bench/**/*.test.ts"],
    // Properties and processes that are killed take seconds on a busy machine; what hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
