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
      output: {
        // Each file is a request, and a hundred small ones take longer than the same in a few.
        codeSplitting: {
          groups: [
            // By themselves, which a browser keeps while the screens around them change.
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/,
              priority: 6,
            },
            { name: "first", tags: ["$initial"], priority: 5 },
            // The first page of whoever is not signed in yet: nothing of what follows comes with it.
            { name: "sign-in", test: /SignIn(Page|Form)\.tsx$/, priority: 4 },
            // What many pages share. What few do stays in small files: nobody is to load what is not needed.
            { name: "schemas", test: /shared-types|node_modules[\\/]zod[\\/]/, minShareCount: 5, priority: 3 },
            { name: "controls", test: /node_modules/, minShareCount: 5, priority: 2 },
            { name: "pieces", test: /src[\\/]/, minShareCount: 5, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    // The screens call the service at their own origin; while developing, Vite passes these paths on to it.
    proxy: Object.fromEntries(["/api", "/evaluate", "/simulate", "/openapi.json"].map((path) => [path, service])),
  },
});
