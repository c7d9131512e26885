import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { ProbeQuestion, Usage } from "./usage.ts";

/**
 * Loaded before a server's own code (`node --import`), ours among them, which stays as it is: tells its parent what the
 * process has used, and ends it when the parent is gone.
 */
process.on("message", (question: ProbeQuestion) => {
  if (question === "live") {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.(heapUsed + external);
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system, residentBytes: process.memoryUsage.rss() } satisfies Usage);
});

/** As `node --expose-gc` lets anybody do it; here nobody else shall. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Being asked must not keep a server alive that wants to end.
process.channel?.unref();
