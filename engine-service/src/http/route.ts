import { type Parsed, type Permission, parseWith } from "@firstmatch/shared-types";
import type { Express, Request, Response } from "express";
import type { z } from "zod";
import { inSlices } from "../in-slices.ts";
import { jsonPieces } from "../json-pieces.ts";
import { readBody } from "./body.ts";
import type { Caller } from "./caller.ts";
import { type Client, clientOf } from "./client.ts";
import { answerCsv, type CsvFile } from "./csv.ts";
import { HTTP_LIMITS } from "./limits.ts";
import { ifMatch } from "./precondition.ts";
import { invalid, Problem, type ProblemType } from "./problem.ts";
import { writeHead } from "./security-headers.ts";

/** A route is written once: this table both mounts it and documents it. */
export type Method = "get" | "post" | "put" | "patch" | "delete";

type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [name in Name]: string } & ParamsOf<Rest>
  : unknown;

export interface Answer {
  status: number;
  body?: unknown;
  /** The body as JSON, where it was made ready. */
  text?: string;
  /** The body may be megabytes of JSON: its text is made in pieces, and others are served in between. */
  isLong?: true;
  headers?: Record<string, string>;
  /** A file that is written row by row instead of a body. */
  csv?: CsvFile;
}

export interface Call<Path extends string, Body, Query, Access extends Permission> {
  params: ParamsOf<Path>;
  body: Body;
  query: Query;
  /** Named by If-Match; 0 where the route does not ask for it. */
  revision: number;
  /** Whom the door let in; nobody knows that on a public route. */
  caller: Access extends "public" ? undefined : Caller;
  client: Client;
  /** For what the parts above do not tell: other headers, HEAD. */
  request: Request;
}

interface Described {
  description: string;
  schema?: z.ZodType;
  /** The media type of what is no JSON. */
  as?: "text/csv";
  headers?: readonly ("ETag" | "Location" | "Set-Cookie")[];
}

interface Spec<Path extends string, Body, Query, Access extends Permission> {
  method: Method;
  /** As OpenAPI writes it: /api/programs/{program} */
  path: Path;
  tag: string;
  summary: string;
  description?: string;
  /** What the caller's role must be allowed. */
  access: Access;
  /** A GET that records something: the door lets it in as a write, and HEAD does not exist. */
  records?: true;
  /** Whether a key may stand in the query, for callers that can send no header. */
  keyInQuery?: true;
  body?: BodySpec<Body>;
  /** Content types of a file instead of a body, and what is in it; only for a route that reads the request itself. */
  files?: Readonly<Record<string, string>>;
  query?: z.ZodType<Query>;
  ifMatch?: true;
  answers: Readonly<Record<number, Described>>;
  /** What else may go wrong, beside what the parts above imply. */
  problems?: readonly ProblemType[];
}

interface BodySpec<Body> {
  schema: z.ZodType;
  limit: number;
  read: (input: unknown) => Parsed<Body>;
  /** It may be left out; only for a route that reads the request itself. */
  optional?: true;
  /** Shown in the documentation, to try the route with. */
  example?: unknown;
  /** Other content types, and what is in them; only for a route that reads the request itself. */
  alsoAs?: Readonly<Record<string, string>>;
}

/** @param read where reading takes more than the schema, which documents it all the same */
export const jsonBody = <S extends z.ZodType, Body = z.output<S>>(
  schema: S,
  limit: number = HTTP_LIMITS.change,
  read: (input: unknown) => Parsed<Body> = (input) => parseWith(schema, input) as Parsed<Body>,
): BodySpec<Body> => ({ schema, limit, read });

/** A route as the mounting and the documentation see it. */
export interface Route extends Spec<string, unknown, unknown, Permission> {
  /** @param caller whom the door let in; undefined on a public route */
  serve(request: Request, response: Response, caller: Caller | undefined): Promise<void>;
}

/** Asked before anything else of a request is read: lets the caller in, or throws the problem. */
export type Door = (route: Route, client: Client) => Caller | undefined;

/** A route that takes and gives JSON. */
export function route<const Path extends string, const Access extends Permission, Body = undefined, Query = undefined>(
  spec: Spec<Path, Body, Query, Access> & {
    handle: (call: Call<Path, Body, Query, Access>) => Promise<Answer> | Answer;
  },
): Route {
  const { body, query } = spec;
  return {
    ...spec,
    async serve(request, response, caller) {
      const revision = spec.ifMatch ? ifMatch(request) : 0;
      const answer = await spec.handle({
        params: request.params as ParamsOf<Path>,
        query: (query && accepted(parseWith(query, request.query))) as Query,
        body: (body && accepted(body.read(await readBody(request, response, body.limit)))) as Body,
        revision,
        caller: caller as Call<Path, Body, Query, Access>["caller"],
        client: clientOf(request),
        request,
      });
      if (answer.csv !== undefined) await answerCsv(response, answer.csv);
      else if (answer.isLong) await sendLong(response, answer);
      else send(response, answer);
    },
  } as Route;
}

/** The value, or the refusal with every fault. */
export function accepted<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw invalid(parsed.faults);
  return parsed.value;
}

export function send(response: Response, { status, body, text = JSON.stringify(body), headers = {} }: Answer): void {
  if (text === undefined) {
    writeHead(response, status, headers).end();
    return;
  }
  // A string goes out together with the headers, in one packet.
  const length = Buffer.byteLength(text);
  const ofText = { ...ofJson(length), ...headers };
  // Text of as many bytes as characters is ASCII, which Node writes faster when told so.
  writeHead(response, status, ofText).end(text, length === text.length ? "latin1" : "utf8");
}

async function sendLong(response: Response, { status, body, headers = {} }: Answer): Promise<void> {
  const pieces = await inSlices(bytesOf(body));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  writeHead(response, status, { ...ofJson(length), ...headers });
  for (const piece of pieces) response.write(piece);
  response.end();
}

function* bytesOf(body: unknown): Generator<void, Buffer[]> {
  const pieces: Buffer[] = [];
  for (const piece of jsonPieces(body)) {
    pieces.push(Buffer.from(piece));
    yield;
  }
  return pieces;
}

const ofJson = (length: number) => ({
  "Content-Type": "application/json; charset=utf-8",
  "Content-Length": length,
  "Cache-Control": "no-store",
});

/** OpenAPI's {program} is Express's :program. */
const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ":$1");

export function mount(app: Express, routes: readonly Route[], door: Door): void {
  for (const path of new Set(routes.map((each) => each.path))) {
    const here = routes.filter((each) => each.path === path);
    const mounted = app.route(expressPath(path));
    const allow = allowed(here);
    for (const each of here)
      mounted[each.method]((request, response, next) =>
        // Express answers HEAD by what answers GET.
        request.method === "HEAD" && each.records
          ? next()
          : each.serve(request, response, door(each, clientOf(request))),
      );
    mounted.all((request, response) => {
      if (request.method === "OPTIONS") send(response, { status: 204, headers: { Allow: allow } });
      else
        throw new Problem("method-not-allowed", `${request.method} does not exist here; there is ${allow}.`, [], {
          Allow: allow,
        });
    });
  }
}

export const isWrite = ({ method, records }: Pick<Route, "method" | "records">): boolean =>
  method !== "get" || records === true;

const allowed = (routes: readonly Route[]): string =>
  [
    ...routes.flatMap(({ method, records }) =>
      method === "get" && !records ? ["GET", "HEAD"] : [method.toUpperCase()],
    ),
    "OPTIONS",
  ].join(", ");
