// What `npm start` and `npm test` share. Plain Node, no dependencies: it runs before anything is installed.
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const node = process.execPath;
const windows = process.platform === "win32";

/** Every child and server still running, each with a way to end it at once. */
const running = new Map();
process.on("exit", () => {
  for (const end of running.values()) {
    try {
      end();
    } catch {
      // One that cannot be ended must not keep the others alive.
    }
  }
});

/** Something to undo when this process ends, however it ends; returns the undoing, to be called earlier. */
export function atExit(undo) {
  const key = {};
  running.set(key, undo);
  return () => {
    if (running.delete(key)) undo();
  };
}

// A child leads its own process group, so that ending it also ends what it started (vitest's workers, Chromium).
function endGroup(child, signal = "SIGKILL") {
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** npm's shell dies of the SIGTERM that npm passes to it, and tells nobody: losing that parent is the only sign. */
export function whenNpmDies(action) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    action();
  }, 500).unref();
}

/** Starts a program that stays; `stop` ends it. Its standard input closes when this process dies, even by SIGKILL. */
export function startServer(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "ignore"], detached: !windows });
  child.on("error", () => {}); // whoever waits for its answer says that it did not come
  return { child, stop: atExit(() => endGroup(child)) };
}

/**
 * Runs a program to its end, or to its time limit. Quiet unless it fails: nobody reads the output of what went well.
 * @returns {Promise<{ ok: boolean, seconds: number, output: string }>}
 */
export function run(command, args, { limit, cwd = root, env = {}, show = false }) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      detached: !windows,
    });
    const forget = atExit(() => endGroup(child));
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += chunk;
      });
    }
    const timer = setTimeout(() => {
      output += `\nStopped: it was not done after ${limit} seconds.\n`;
      if (show) console.log(`\nStopped: it was not done after ${limit} seconds.`);
      endGroup(child);
    }, limit * 1000);
    const done = (ok) => {
      clearTimeout(timer);
      forget();
      resolve({ ok, seconds: (Date.now() - began) / 1000, output });
    };
    child.on("error", (error) => {
      output += `${error.message}\n`;
      done(false);
    });
    child.on("close", (code) => done(code === 0));
  });
}

/** The full path of a program, or undefined. */
export function which(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const ending of windows ? [".exe", ".cmd"] : [""]) {
      const file = join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
}

/** A sentence when this Node is too old, else undefined. */
export function nodeTooOld() {
  const wanted = JSON.parse(readFileSync(inRoot("package.json"), "utf8")).engines.node.replace(">=", "");
  const here = process.versions.node;
  if (here.localeCompare(wanted, undefined, { numeric: true }) >= 0) return undefined;
  return `Firstmatch needs Node ${wanted} or newer; this is Node ${here}.`;
}

/** Packages, only when they are missing or older than the lockfile. Undefined when there was nothing to do. */
export function install() {
  const stamp = inRoot("node_modules", ".package-lock.json");
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(inRoot("package-lock.json")).mtimeMs) return undefined;
  // The build needs the development packages, also where NODE_ENV says production.
  const args = ["ci", "--include=dev", "--no-progress", "--loglevel=error"];
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [node, process.env.npm_execpath] : ["npm"];
  return run(npm[0], [...npm.slice(1), ...args], { limit: 600 });
}

export const tool = (...parts) => inRoot("node_modules", ...parts);

/** Types and JavaScript of all workspaces, then the screens, only when something they are made of is newer. */
export async function build() {
  // tsc trusts its notes about the last build, also when someone has deleted its output.
  const force = existsSync(inRoot("engine-service", "dist", "main.js")) ? [] : ["--force"];
  const types = await run(node, [tool("typescript", "bin", "tsc"), "-b", ...force], { limit: 300 });
  if (!types.ok || !screensAreStale()) return types;
  const screens = await run(node, [tool("vite", "bin", "vite.js"), "build"], {
    limit: 300,
    cwd: inRoot("rule-builder-ui"),
    env: { NODE_ENV: "production" },
  });
  return { ...screens, seconds: types.seconds + screens.seconds };
}

function screensAreStale() {
  const built = inRoot("rule-builder-ui", "dist", "index.html");
  if (!existsSync(built)) return true;
  const sources = ["src", "public", "index.html", "vite.config.ts", "package.json"].map((name) =>
    inRoot("rule-builder-ui", name),
  );
  const all = [...sources, inRoot("shared-types", "src"), inRoot("package-lock.json")];
  return newest(all.filter(existsSync)) > statSync(built).mtimeMs;
}

function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const stat = statSync(path);
      const inside = stat.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
      return Math.max(stat.mtimeMs, newest(inside));
    }),
  );
}
