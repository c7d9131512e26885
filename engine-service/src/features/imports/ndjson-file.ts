import { HTTP_LIMITS } from "../../http/limits.ts";
import { linesOf, readLine } from "../../http/ndjson.ts";
import { fault } from "../../http/problem.ts";
import { type FileLine, lineOf } from "./file-line.ts";

/** A file with the body of one POST /conversions a line. */
export async function* ndjsonFile(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileLine> {
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) {
      yield lineOf(line.number, () => {
        if ("tooLong" in line) throw fault("", `is too long: a line may have at most ${HTTP_LIMITS.event} bytes`);
        return readLine(line);
      });
    }
  }
}
