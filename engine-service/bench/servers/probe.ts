import type { Usage } from "./usage.ts";

/**
 * Loaded before a server's own code (`node --import`), ours among them, which stays as it is: tells its parent what the
 * process has used, and ends it when the parent is gone.
 */
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system, residentBytes: process.memoryUsage.rss() } satisfies Usage);
});
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Being asked must not keep a server alive that wants to end.
process.channel?.unref();
