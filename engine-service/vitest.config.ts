import { defineConfig } from "vitest/config";
import { fromSource } from "../.ci/from-source.ts";

export default defineConfig({
  ...fromSource,
  test: { include: ["src/**/*.test.ts"] },
});
