import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Whether processes can be given a processor of their own here: Linux with taskset, and at least two of them. */
export const canPin: boolean = availableParallelism() > 1 && hasTaskset();

function hasTaskset(): boolean {
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Keeps a process on one processor; does nothing where that cannot be.
 *
 * @param threads only the main one, so that the compiler's and the collector's threads stay free, or all of them
 */
export function pin(pid: number | undefined, processor: number, threads: "main" | "all"): void {
  if (!canPin || pid === undefined) return;
  const args = [...(threads === "all" ? ["--all-tasks"] : []), "--cpu-list", "--pid", String(processor), String(pid)];
  execFileSync("taskset", args, { stdio: "ignore" });
}
