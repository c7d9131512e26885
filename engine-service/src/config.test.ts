import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isLoopback, readConfig } from "./config.ts";

describe("the environment", () => {
  it("may be empty, and blanks count as not set", () => {
    const config = {
      ...{ port: 3000, host: "127.0.0.1", dataDir: resolve("data"), mongoUri: undefined },
      ...{ adminKey: undefined, demo: false, countryHeader: undefined, logLevel: "info" },
    };
    expect(readConfig({})).toEqual({ ok: true, config });
    expect(readConfig({ PORT: "", MONGODB_URI: "", DATA_DIR: "" })).toEqual({ ok: true, config });
  });

  it("says everything that it says", () => {
    const env = {
      PORT: "0",
      HOST: "::1",
      DATA_DIR: "/var/x",
      MONGODB_URI: "mongodb://a/b",
      FIRSTMATCH_ADMIN_KEY: "k".repeat(32),
      FIRSTMATCH_DEMO: "1",
      FIRSTMATCH_COUNTRY_HEADER: "CF-IPCountry",
      LOG_LEVEL: "warn",
    };
    expect(readConfig(env)).toEqual({
      ok: true,
      config: {
        ...{ port: 0, host: "::1", dataDir: "/var/x", mongoUri: "mongodb://a/b" },
        ...{ adminKey: "k".repeat(32), demo: true, countryHeader: "cf-ipcountry", logLevel: "warn" },
      },
    });
  });

  it.each([
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "http://here"],
    ["FIRSTMATCH_DEMO", "yes"],
    ["FIRSTMATCH_COUNTRY_HEADER", "CF IPCountry"],
    ["LOG_LEVEL", "verbose"],
    ["MONGODB_URI", "localhost:27017"],
  ])("is refused with %s=%s, in a sentence that names both", (name, value) => {
    const read = readConfig({ [name]: value });
    const sentence = expect.stringMatching(new RegExp(`^${name} must be .*, not "${value}"\\.$`));
    expect(read).toEqual({ ok: false, faults: [sentence] });
  });

  it.each([
    ["x".repeat(31), "this one has 31 characters."],
    ["x".repeat(201), "this one has 201 characters."],
    [`${"x".repeat(40)} y`, "this one has 42 characters, a space or others among them."],
    [`${"x".repeat(40)}ü`, "this one has 41 characters, a space or others among them."],
  ])("is refused with the admin key %j, and does not print it", (key, why) => {
    const read = readConfig({ FIRSTMATCH_ADMIN_KEY: key });
    expect(read).toEqual({ ok: false, faults: [expect.stringMatching(/^FIRSTMATCH_ADMIN_KEY must be 32 to 200/)] });
    expect(JSON.stringify(read)).toContain(why);
    expect(JSON.stringify(read)).not.toContain(key);
  });

  it.each([
    ["127.0.0.1", true],
    ["127.1.2.3", true],
    ["localhost", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.2", false],
    ["127.0.0.1.example.org", false],
  ])("%s is this machine only: %s", (host, only) => {
    expect(isLoopback(host)).toBe(only);
  });
});
