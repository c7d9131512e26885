import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Terms } from "@firstmatch/shared-types";
import { type Server, startServer } from "./start-server.ts";

const MAIN = new URL("../../../dist/main.js", import.meta.url);

/** The service as it is shipped, on an empty embedded store of its own or on a MongoDB, filled through its own API. */
export interface Service extends Server {
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Makes a program and publishes its terms. */
  plant(program: string, terms: Terms): Promise<void>;
  /** Saves a document, or its text, as the draft, then publishes it: what the screens do. */
  publish(program: string, terms: Terms | string): Promise<void>;
}

interface ServiceSettings {
  /** Else a folder that goes with the service. */
  dataDir?: string;
  mongoUri?: string | undefined;
}

export async function startService(name: string, { dataDir, mongoUri }: ServiceSettings = {}): Promise<Service> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "firstmatch-bench-"));
  const server = await startServer(name, MAIN, {
    ...{ PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, LOG_LEVEL: "warn", MONGODB_URI: mongoUri ?? "" },
    ...{ FIRSTMATCH_DEMO: "0", FIRSTMATCH_ADMIN_KEY: "" },
  });
  const url = `http://127.0.0.1:${server.port}`;
  const send: Service["send"] = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
    return response;
  };
  const publish = async (program: string, terms: Terms | string) => {
    const path = `/api/programs/${program}/terms/standard`;
    const draft = await send("GET", `${path}/draft`);
    await draft.arrayBuffer();
    const saved = await send("PUT", `${path}/draft`, terms, { "If-Match": draft.headers.get("etag") as string });
    await saved.arrayBuffer();
    const body = { author: "Benchmark", note: "" };
    await (await send("POST", `${path}/publish`, body, { "If-Match": saved.headers.get("etag") as string })).text();
  };
  return {
    ...{ ...server, send, publish },
    async plant(program, terms) {
      const { currency, timezone } = terms;
      await (await send("POST", "/api/programs", { id: program, name: program, currency, timezone })).text();
      await publish(program, terms);
    },
    async stop() {
      await server.stop();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
