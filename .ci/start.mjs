// `npm start`: from a bare clone to a running service. Installs and builds only what is missing or out of date.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { build, install, nodeTooOld, root, whenNpmDies } from "./steps.mjs";

const problem = nodeTooOld();
if (problem) fail(problem);

await step("Installing packages", "npm ci", install);
await step("Building", "npm run build", build);

// FIRSTMATCH_DEMO fills an empty store with a program to look at; set it to 0 to start empty. A terminal gets warnings only.
const service = spawn(process.execPath, ["engine-service/dist/main.js"], {
  cwd: root,
  stdio: "inherit",
  env: { FIRSTMATCH_DEMO: "1", LOG_LEVEL: "warn", ...process.env },
});
// The service drains at the first signal. In a terminal, Ctrl-C reaches it by itself, and a second one would look like
// someone losing patience, so each way of asking is passed on once at most.
let asked = false;
const ask = (signal, alreadyTold) => {
  if (!asked && !alreadyTold) service.kill(signal);
  asked = true;
};
process.on("SIGINT", () => ask("SIGINT", process.stdin.isTTY));
process.on("SIGTERM", () => ask("SIGTERM"));
process.on("SIGHUP", () => ask("SIGHUP", process.stdin.isTTY));
whenNpmDies(() => ask("SIGTERM"));
service.on("exit", (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});

async function step(what, byHand, action) {
  const pending = action();
  if (!pending) return;
  process.stdout.write(`${what} … `);
  const { ok, seconds, output } = await pending;
  console.log(ok ? `${seconds.toFixed(1)} s` : "failed");
  if (!ok) fail(`${output.trim()}\n\n${what} did not work. The lines above say why; \`${byHand}\` repeats it.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
