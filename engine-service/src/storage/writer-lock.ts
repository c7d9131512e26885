import { link, readdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * One process per data directory: two of them on one file silently lose each other's writes.
 *
 * Node has no flock, so the lock is a file, `writer-7.lock`, that says who holds it; the highest number counts. Taking
 * over a dead holder's lock means creating the next number, which only one process can do; deleting the old file
 * instead would let two starters delete each other's. That is why a lock file stays behind after a clean stop.
 *
 * A holder in the same process space is dead when its pid is gone or was born at another time (pids are used again,
 * in containers at every start). A holder elsewhere, in another container or on another machine, cannot be looked at:
 * it is dead when the file's time, which every holder renews each second, stands still for five.
 */
interface Holder {
  pid: number;
  born: string;
  host: string;
  place: string;
}

const RENEWED_MS = 1_000;
const STANDSTILL_MS = 5_000;

export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";
  readonly pid: number;

  constructor(directory: string, file: string, holder: Holder) {
    super(
      `The data directory ${directory} is in use by process ${holder.pid} on ${holder.host}. Only one process may ` +
        `write it: stop that process, or name another directory. If it is no Firstmatch service, delete ${file}.`,
    );
    this.pid = holder.pid;
  }
}

/** Resolves to the function that releases the lock. */
export async function takeWriterLock(directory: string): Promise<() => Promise<void>> {
  const draft = join(directory, `writer.${process.pid}.${Math.random().toString(36).slice(2)}`);
  const me: Holder = {
    pid: process.pid,
    born: (await born(process.pid)) ?? "",
    host: hostname(),
    place: await place(),
  };
  await writeFile(draft, JSON.stringify(me));
  try {
    const file = await claim(directory, draft, me.place);
    const renewal = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), RENEWED_MS);
    renewal.unref();
    return async () => {
      clearInterval(renewal);
      await writeFile(draft, JSON.stringify({ ...me, born: "released" }));
      await rename(draft, file);
    };
  } finally {
    await rm(draft, { force: true });
  }
}

async function claim(directory: string, draft: string, here: string): Promise<string> {
  for (;;) {
    const last = (await numbers(directory)).at(-1) ?? 0;
    const held = join(directory, `writer-${last}.lock`);
    if (last > 0) {
      const holder: Holder = JSON.parse(await readFile(held, "utf8"));
      if (await isAlive(holder, held, here)) throw new DirectoryInUse(directory, held, holder);
    }
    const mine = join(directory, `writer-${last + 1}.lock`);
    try {
      await link(draft, mine); // creates the file with its content, or fails where it exists
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw error;
    }
    const all = await numbers(directory);
    if (all.at(-1) === last + 1) {
      for (const old of all.slice(0, -1)) await rm(join(directory, `writer-${old}.lock`), { force: true });
      return mine;
    }
    await rm(mine); // others came and went while this process paused: look again
  }
}

async function numbers(directory: string): Promise<number[]> {
  const names = await readdir(directory);
  return names
    .flatMap((name) => /^writer-(\d+)\.lock$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

async function isAlive(holder: Holder, file: string, here: string): Promise<boolean> {
  if (holder.born === "released") return false;
  if (holder.place === here) return (await born(holder.pid)) === holder.born;
  const renewed = (await stat(file)).mtimeMs;
  for (let waited = 0; waited < STANDSTILL_MS; waited += 200) {
    await sleep(200);
    if ((await stat(file)).mtimeMs !== renewed) return true;
  }
  return false;
}

/** When a living process started; null for none. Without /proc the pid alone has to do, and the answer is "". */
async function born(pid: number): Promise<string | null> {
  try {
    const [status, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    ]);
    // "pid (name) state …": the name may hold spaces and brackets, so count from its end.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : `${boot.trim()} ${fields[19]}`;
  } catch {
    if (process.platform === "linux") return null;
    try {
      process.kill(pid, 0);
      return "";
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "EPERM" ? "" : null;
    }
  }
}

/** The space in which a pid means one process. */
async function place(): Promise<string> {
  return `${hostname()} ${await readlink("/proc/self/ns/pid").catch(() => "")}`;
}
