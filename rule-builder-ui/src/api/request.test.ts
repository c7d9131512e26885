import { Program } from "@firstmatch/shared-types";
import { afterEach, describe, expect, it, vi } from "vitest";
import { faultsIn, isProblem } from "./problem-error.ts";
import { askAhead, Nothing, path, query, request } from "./request.ts";
import { signedIn } from "./signed-in.ts";

const program = {
  id: "acme",
  name: "Acme Outfitters",
  currency: "USD",
  timezone: "America/New_York",
  defaultTerms: "standard",
  status: "active",
  access: "open",
  attribution: "code",
  codePattern: "{NAME}{NN}",
  ...{ caps: [], holdingDays: 0, lifetime: { months: null, orders: null }, tiers: "beyond-step" },
  revision: 3,
  createdAt: "2026-11-20T10:00:00Z",
};

/** The service, which answers everything alike and remembers how it was asked. */
const service = (answer: () => Response | Promise<Response>) => {
  const fetched = vi.fn<typeof fetch>(async () => answer());
  vi.stubGlobal("fetch", fetched);
  return { asked: () => new Request(`http://127.0.0.1${fetched.mock.lastCall?.[0]}`, fetched.mock.lastCall?.[1]) };
};
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

afterEach(() => vi.unstubAllGlobals());

describe("asking the service", () => {
  it("gives what came back, once its shape is checked", async () => {
    service(() => json(program));
    expect(await request(Program, "/api/programs/acme")).toEqual(program);
  });

  it("gives what was asked ahead to the first who wants it, and to nobody once others may have changed it", async () => {
    vi.useFakeTimers();
    let revision = 0;
    service(() => json({ ...program, revision: ++revision }));
    const read = async () => (await request(Program, "/api/programs/acme")).revision;
    askAhead("/api/programs/acme");
    expect([await read(), await read()]).toEqual([1, 2]);
    askAhead("/api/programs/acme");
    vi.advanceTimersByTime(10_000);
    expect(await read()).toBe(4);
    vi.useRealTimers();
  });

  it("does not pass on an answer of another shape", async () => {
    service(() => json({ ...program, revision: "three" }));
    await expect(request(Program, "/api/programs/acme")).rejects.toThrow("revision");
  });

  it("names the revision that a write was made from", async () => {
    const { asked } = service(() => json(program));
    await request(Program, "/api/programs/acme", { method: "PATCH", body: { name: "Acme" }, ifMatch: 3 });
    expect([asked().method, asked().headers.get("if-match"), await asked().json()]).toEqual([
      "PATCH",
      '"3"',
      { name: "Acme" },
    ]);
  });

  it("expects nothing of an answer without a body", async () => {
    service(() => new Response(null, { status: 204 }));
    expect(await request(Nothing, "/api/programs/acme", { method: "DELETE" })).toBeUndefined();
  });
});

describe("a refusal", () => {
  const problem = {
    type: "/problems/invalid",
    title: "The request has faults",
    status: 422,
    detail: "1 fault",
    errors: [{ pointer: "/name", message: "is missing" }],
  };
  const refused = async (answer: () => Response | Promise<Response>): Promise<unknown> => {
    service(answer);
    return request(Program, "/api/programs/acme").catch((error: unknown) => error);
  };

  it("is thrown as the problem that it names, with its faults", async () => {
    const error = await refused(() => json(problem, 422));
    expect([isProblem(error, 422), isProblem(error, 412), faultsIn(error)]).toEqual([true, false, problem.errors]);
  });

  it("is a problem, too, when something in between answers with a page of its own", async () => {
    const error = await refused(() => new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }));
    expect([isProblem(error, 502), (error as Error).message]).toEqual([true, "The service answered 502 Bad Gateway."]);
  });

  it("is none when the service cannot be reached at all", async () => {
    const error = await refused(() => Promise.reject(new TypeError("Failed to fetch")));
    expect([isProblem(error, 422), (error as Error).message]).toEqual([false, "The service cannot be reached."]);
  });
});

describe("a session", () => {
  const before = { ...signedIn };
  afterEach(() => void Object.assign(signedIn, before));

  const answers = (...all: Response[]) => {
    const fetched = vi.fn<typeof fetch>(async () => all.shift() as Response);
    vi.stubGlobal("fetch", fetched);
    return { tokens: () => fetched.mock.calls.map(([, init]) => new Headers(init?.headers).get("x-csrf-token")) };
  };
  const refusal = (status: number) => new Response(null, { status });
  const change = () => request(Program, "/api/programs/acme", { method: "PATCH", body: { name: "Acme" } });

  it("goes along with writes as a token, and not with reads", async () => {
    signedIn.csrfToken = "token";
    const { tokens } = answers(json(program), json(program));
    await change();
    await request(Program, "/api/programs/acme");
    expect(tokens()).toEqual(["token", null]);
  });

  it.each([
    [401, "has ended"],
    [403, "was replaced in another window"],
  ])("%i, it %s: the write is sent again once the same person is back, with the new token", async (status) => {
    signedIn.csrfToken = "old";
    signedIn.again = async () => {
      signedIn.csrfToken = "new";
      return true;
    };
    const { tokens } = answers(refusal(status), json(program));
    expect(await change()).toEqual(program);
    expect(tokens()).toEqual(["old", "new"]);
  });

  it("is asked for once: a second refusal is one", async () => {
    signedIn.again = async () => true;
    const { tokens } = answers(refusal(401), refusal(401));
    const error = await change().catch((refused: unknown) => refused);
    expect([isProblem(error, 401), tokens().length]).toEqual([true, 2]);
  });

  it("of nobody, or somebody else, sends nothing again", async () => {
    signedIn.again = async () => false;
    const { tokens } = answers(refusal(401));
    const error = await change().catch((refused: unknown) => refused);
    expect([isProblem(error, 401), tokens().length]).toEqual([true, 1]);
  });

  it("is not asked for by a wrong key, nor by a read that is not allowed", async () => {
    const again = vi.fn(async () => true);
    signedIn.again = again;
    answers(refusal(401), refusal(403));
    await request(Nothing, "/api/session", { method: "POST", body: { key: "fm_wrong" } }).catch(() => undefined);
    await request(Nothing, "/api/keys").catch(() => undefined);
    expect(again).not.toHaveBeenCalled();
  });
});

describe("addresses", () => {
  it("encode what is put into them", () => {
    expect(path`/api/programs/${"acme"}/events/${"a/b c"}`).toBe("/api/programs/acme/events/a%2Fb%20c");
  });

  it.each([
    [{}, ""],
    [{ cursor: null, partner: "" }, ""],
    [{ partner: "p 7", limit: 5 }, "?partner=p+7&limit=5"],
  ])("ask with %j as %s", (parameters, text) => expect(query(parameters)).toBe(text));
});
