import { writeSync } from "node:fs";

/** Prints a line so that it is out before whatever comes next, also a kill; waits while the reader is behind. */
export function printAtOnce(line) {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}
