import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { fromSource } from "../.ci/from-source.ts";

const service = process.env.FIRSTMATCH_URL ?? "http://127.0.0.1:3000";

export default defineConfig({
  ...fromSource,
  plugins: [react()],
  build: {
    outDir: "dist",
    rolldownOptions: {
      // In a file of their own, which a browser keeps while the screens around them change.
      output: {
        codeSplitting: {
          groups: [{ name: "react", test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/ }],
        },
      },
    },
  },
  server: {
    // The screens call the service at their own origin; while developing, Vite passes these paths on to it.
    proxy: Object.fromEntries(["/api", "/evaluate", "/simulate", "/openapi.json"].map((path) => [path, service])),
  },
});
