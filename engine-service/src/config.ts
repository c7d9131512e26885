import { resolve } from "node:path";

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  mongoUri: string | undefined;
  /** Counts as an admin key of its own. */
  adminKey: string | undefined;
  demo: boolean;
  /** In lower case, as Node gives the names of headers. */
  countryHeader: string | undefined;
  logLevel: string;
}

/** What a header can carry. Nobody guesses so long a text, unless it is made of words that belong together. */
const ADMIN_KEY = /^[\x21-\x7e]{32,200}$/;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** Reads the environment; a wrong value is refused with a sentence rather than replaced by a guess. */
export function readConfig(env: NodeJS.ProcessEnv): { ok: true; config: Config } | { ok: false; faults: string[] } {
  const faults: string[] = [];
  const read = (name: string, otherwise: string, fits: (text: string) => boolean, wanted: string) => {
    const text = env[name] === undefined || env[name] === "" ? otherwise : env[name];
    if (!fits(text)) faults.push(`${name} must be ${wanted}, not "${text}".`);
    return text;
  };
  const port = read(
    "PORT",
    "3000",
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    "a port from 0 to 65535",
  );
  const host = read("HOST", "127.0.0.1", (text) => !/[\s/]/.test(text), "an address or a host name");
  const demo = read("FIRSTMATCH_DEMO", "0", (text) => text === "0" || text === "1", "1 or 0");
  const logLevel = read("LOG_LEVEL", "info", (text) => LOG_LEVELS.includes(text), `one of ${LOG_LEVELS.join(", ")}`);
  const countryHeader = read(
    "FIRSTMATCH_COUNTRY_HEADER",
    "none",
    (text) => /^[a-z][a-z0-9-]{0,99}$/i.test(text),
    "the name of a header like CF-IPCountry",
  );
  const mongo = read(
    "MONGODB_URI",
    "none",
    (text) => /^(none|mongodb(\+srv)?:\/\/.+)$/.test(text),
    "like mongodb://localhost:27017/firstmatch",
  );
  // Never quoted: what is printed at a start ends in logs.
  const adminKey = env.FIRSTMATCH_ADMIN_KEY || undefined;
  if (adminKey !== undefined && !ADMIN_KEY.test(adminKey))
    faults.push(
      `FIRSTMATCH_ADMIN_KEY must be 32 to 200 ASCII letters, digits or signs, as \`openssl rand -hex 32\` prints them; this one has ${adminKey.length} characters${adminKey.length < 32 || adminKey.length > 200 ? "" : ", a space or others among them"}.`,
    );
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    config: {
      port: Number(port),
      host,
      dataDir: resolve(env.DATA_DIR || "data"),
      mongoUri: mongo === "none" ? undefined : mongo,
      adminKey,
      demo: demo === "1",
      countryHeader: countryHeader === "none" ? undefined : countryHeader.toLowerCase(),
      logLevel,
    },
  };
}

/** Whether only this machine can reach the address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
