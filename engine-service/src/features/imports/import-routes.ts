import { ImportReport, LIMITS, parseWith } from "@firstmatch/shared-types";
import type { Request, Response } from "express";
import { z } from "zod";
import { mediaType, sentAsUtf8 } from "../../http/body.ts";
import type { Caller } from "../../http/caller.ts";
import { clientOf } from "../../http/client.ts";
import { toProblem } from "../../http/error-answer.ts";
import { Problem } from "../../http/problem.ts";
import { accepted, type Route, send } from "../../http/route.ts";
import { writeHead } from "../../http/security-headers.ts";
import type { Rooms } from "../../wire.ts";
import { stillIn } from "../access/still-in.ts";
import { programOf } from "../conversions/record-conversion.ts";
import { csvFile } from "./csv-file.ts";
import { importConversions, rehearseImport, type Watch } from "./import-conversions.ts";
import { printReport, type Tally } from "./import-report.ts";
import { ndjsonFile } from "./ndjson-file.ts";

const NDJSON = "application/x-ndjson";
const READERS: Readonly<Record<string, typeof csvFile>> = { "text/csv": csvFile, [NDJSON]: ndjsonFile };

const ImportQuery = z.strictObject({
  /** "true": what the import would come to; nothing is stored. */
  dryRun: z.enum(["true", "false"]).default("false"),
  /** The file's name, for the history. */
  file: z.string().min(1).max(LIMITS.nameLength).optional(),
});

export const importRoutes = (rooms: Rooms): Route[] => {
  const route: Route = {
    method: "post",
    path: "/api/programs/{program}/conversions/import",
    access: "correct",
    tag: "Conversions",
    summary: "Record the conversions of a file",
    description: `The good lines are recorded in their order, as POST /conversions does; faulty ones are told and left out. Each line has its id, so the mended file may be imported again: nothing counts twice. With \`dryRun=true\` nothing is stored; each line is decided as after the lines before it. With \`Accept: ${NDJSON}\` the answer is a stream of lines: how many lines are done, now and then, and at last the report.`,
    query: ImportQuery,
    files: {
      "text/csv":
        "The first line names the fields of POST /conversions, params.tier for one of the params; items are JSON",
      [NDJSON]: "The body of one POST /conversions a line; the program may be left out",
    },
    answers: { 200: { description: "What the file came to", schema: ImportReport } },
    problems: ["not-found", "too-large", "unsupported-type"],
    serve: (request, response, caller) => serveImport(rooms, route, request, response, caller as Caller),
  };
  return [route];
};

async function serveImport(rooms: Rooms, route: Route, request: Request, response: Response, { id, name }: Caller) {
  const { dryRun, file } = accepted(parseWith(ImportQuery, request.query));
  const program = programOf(rooms, { program: request.params.program as string });
  const read = readerOf(request);
  const check = stillIn(rooms, route, clientOf(request));
  const gone = new AbortController();
  response.once("close", () => gone.abort());

  const run = (watch: Watch): Promise<Tally> => {
    const lines = read(upToTheLimit(request));
    const checked: Watch = (sofar) => {
      check();
      gone.signal.throwIfAborted();
      watch(sofar);
    };
    const conversions = { program: program._id, name: file ?? null, lines };
    return (dryRun === "true" ? rehearseImport : importConversions)(rooms, conversions, { by: { id, name } }, checked);
  };
  const print = (tally: Tally) => printReport(dryRun === "true", program.currency, tally);

  try {
    if (request.accepts(["application/json", NDJSON]) === NDJSON) await streamReport(rooms, response, run, print);
    else send(response, { status: 200, body: print(await run(() => {})) });
  } catch (error) {
    // The client went away: nobody is left to be told.
    if (!gone.signal.aborted && !request.destroyed) throw error;
  }
}

/** Milliseconds between two lines that tell how far it is. */
const TELL_EVERY = 200;

async function streamReport(
  rooms: Rooms,
  response: Response,
  run: (watch: Watch) => Promise<Tally>,
  print: (tally: Tally) => ImportReport,
): Promise<void> {
  writeHead(response, 200, { "Content-Type": `${NDJSON}; charset=utf-8`, "Cache-Control": "no-store" });
  const write = (line: unknown) => response.write(`${JSON.stringify(line)}\n`);
  let told = performance.now();
  try {
    const tally = await run(({ lines }) => {
      if (performance.now() - told < TELL_EVERY) return;
      told = performance.now();
      write({ lines });
    });
    write(print(tally));
  } catch (error) {
    if (response.destroyed) throw error;
    write(toProblem(error, rooms.log).body());
  }
  response.end();
}

function readerOf(request: Request): typeof csvFile {
  const read = READERS[mediaType(request)];
  if (read === undefined || !sentAsUtf8(request))
    throw new Problem(
      "unsupported-type",
      `The file must be text/csv or ${NDJSON}, in UTF-8; it was sent as ${request.headers["content-type"] ?? "nothing"}.`,
    );
  if ((request.headers["content-encoding"] ?? "identity") !== "identity")
    throw new Problem("unsupported-type", "The file is read uncompressed.");
  if (Number(request.headers["content-length"] ?? 0) > LIMITS.importedBytes) throw tooLarge("Nothing was read.");
  return read;
}

async function* upToTheLimit(request: Request): AsyncGenerator<Buffer> {
  let read = 0;
  // A request that is left in the middle must still be answered.
  const chunks: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    read += chunk.length;
    if (read > LIMITS.importedBytes) throw tooLarge("What came before was read.");
    yield chunk;
  }
}

const tooLarge = (sofar: string) =>
  new Problem("too-large", `The file may have at most ${LIMITS.importedBytes} bytes; send it in parts. ${sofar}`);
