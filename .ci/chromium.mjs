// A Chromium for the browser tests: the one that is there, or one that this machine may install.
import { existsSync } from "node:fs";
import { run, tool, which } from "./steps.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @returns {Promise<{ path: string, how: string } | { missing: string }>} */
export async function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    // Whoever names one wants that one: taking another instead would test something else than they think.
    return (await starts(asked)) ? { path: asked, how: "CHROMIUM_PATH" } : { missing: `${asked} does not start` };
  }
  return (await onThePath()) ?? (await playwrights()) ?? (await debians()) ?? (await downloaded());
}

// Asking for its version finds the stand-ins, too, that only tell where to get the real one.
const starts = async (path) => existsSync(path) && (await run(path, ["--version"], { limit: 20 })).ok;

async function onThePath() {
  for (const path of names.map(which)) {
    if (path && (await starts(path))) return { path, how: "found on the PATH" };
  }
}

async function playwrights(how = "Playwright's own, already downloaded") {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  if (path && (await starts(path))) return { path, how };
}

async function debians() {
  const apt = which("apt-get");
  if (!apt) return undefined;
  const asRoot = process.getuid() === 0 ? [] : ["sudo", "-n"];
  if (asRoot.length > 0 && !(which("sudo") && (await run("sudo", ["-n", "true"], { limit: 10 })).ok)) return undefined;
  console.log("Installing Chromium from the system's packages …");
  const [command, ...args] = [...asRoot, apt, "-q", "-o", "DPkg::Lock::Timeout=120"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const packages = ["chromium", "fonts-dejavu-core"];
  await run(command, [...args, "update"], { limit: 180, env });
  const install = [...args, "install", "-y", "--no-install-recommends", ...packages];
  const { ok, output } = await run(command, install, { limit: 420, env });
  if (!ok) console.log(output);
  const found = await onThePath();
  return found && { ...found, how: "installed from the system's packages" };
}

async function downloaded() {
  console.log("Downloading Chromium with Playwright …");
  const args = [tool("playwright-core", "cli.js"), "install", "chromium"];
  const { ok, output } = await run(process.execPath, args, { limit: 420 });
  const found = ok ? await playwrights("downloaded with Playwright") : undefined;
  return found ?? { missing: `none on the PATH, none to install; Playwright's download said: ${complaint(output)}` };
}

function complaint(output) {
  const lines = output.trim().split("\n");
  return lines.find((line) => /error|failed/i.test(line)) ?? lines[0];
}
