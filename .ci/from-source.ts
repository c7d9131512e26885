import { defaultClientConditions, defaultServerConditions } from "vite";

/**
 * "source" makes the workspace packages resolve to their TypeScript, so that tests and the dev server see a change
 * without a build. Vite drops its own conditions when others are named, so they are named again.
 */
export const fromSource = {
  resolve: { conditions: ["source", ...defaultClientConditions] },
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
};
