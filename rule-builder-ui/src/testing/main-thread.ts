import type { Page } from "playwright-core";

/** What the main thread of a page did for a while: milliseconds of its processor, so that a busy machine counts less. */
export interface MainThread {
  scripting: number;
  /** Styles and layout, also those that a script waits for. */
  layout: number;
  /** Painting, and handing over to the compositor. */
  painting: number;
  /** The longest task: no press is answered before it ends. */
  "longest task": number;
  /** How many tasks were longer than 50 ms. */
  "long tasks": number;
}

type Kind = "scripting" | "layout" | "painting";

const KINDS: Record<string, Kind> = {
  EvaluateScript: "scripting",
  "v8.compile": "scripting",
  "v8.compileModule": "scripting",
  "v8.evaluateModule": "scripting",
  FunctionCall: "scripting",
  RunMicrotasks: "scripting",
  EventDispatch: "scripting",
  TimerFire: "scripting",
  FireAnimationFrame: "scripting",
  MinorGC: "scripting",
  MajorGC: "scripting",
  UpdateLayoutTree: "layout",
  Layout: "layout",
  PrePaint: "painting",
  Paint: "painting",
  Layerize: "painting",
  Commit: "painting",
};

/** As Chromium traces it; times in microseconds: by the clock, and of the processor. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** What the page's main thread did meanwhile, from Chromium's performance trace. */
export async function mainThread(page: Page, meanwhile: () => Promise<unknown>): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"] },
  });
  await meanwhile();
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  const threads = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const sums = threads.map((thread) =>
    sumUp(events.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid)),
  );
  // A browser keeps a renderer in reserve, which does nothing.
  const [busiest] = sums.sort((a, b) => b.scripting - a.scripting);
  if (busiest === undefined) throw new Error("Chromium's trace names no main thread");
  return busiest;
}

/** A layout that a script waits for lies within the script, and counts as layout only. */
function sumUp(events: TraceEvent[]): MainThread {
  const sums: MainThread = { scripting: 0, layout: 0, painting: 0, "longest task": 0, "long tasks": 0 };
  const around: { ends: number; kind: Kind }[] = [];
  for (const { name, ts, dur = 0, tdur = dur } of events.sort((a, b) => a.ts - b.ts)) {
    const ms = tdur / 1_000;
    if (name === "RunTask") {
      sums["longest task"] = Math.max(sums["longest task"], ms);
      if (ms > 50) sums["long tasks"] += 1;
    }
    const kind = KINDS[name];
    if (kind === undefined) continue;
    while ((around.at(-1)?.ends ?? Number.POSITIVE_INFINITY) <= ts) around.pop();
    const outer = around.at(-1);
    if (outer !== undefined) sums[outer.kind] -= ms;
    sums[kind] += ms;
    around.push({ ends: ts + dur, kind });
  }
  return sums;
}
