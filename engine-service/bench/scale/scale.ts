import { pinned } from "../http/http.ts";
import { machine } from "../report/machine.ts";
import { Report } from "../report/report.ts";
import { memory } from "./memory.ts";
import { publishing } from "./publishing.ts";
import { twoProcesses } from "./two-processes.ts";

/** `npm run bench -- scale` */
export async function scale(): Promise<void> {
  const report = new Report(
    "scale",
    "Publishing, more processes, memory",
    `How /evaluate goes on while others work, and what the service takes as it grows. ${pinned}`,
  );
  report.say(machine());
  await publishing(report);
  await twoProcesses(report);
  await memory(report);
  report.keep();
}
