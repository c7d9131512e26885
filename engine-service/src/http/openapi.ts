import { jsonSchemas, may, POSTBACK_KEY, ROLES, type Role } from "@firstmatch/shared-types";
import { z } from "zod";
import { PROBLEM_TYPES, type ProblemType } from "./problem.ts";
import { isWrite, type Route } from "./route.ts";
import { SESSION_COOKIE } from "./session-cookie.ts";

/** The OpenAPI 3.1 document, made of the same table that mounts the routes and of the schemas that check them. */
export interface OpenApi {
  openapi: string;
  info: Record<string, unknown>;
  tags: { name: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}

/** The session's cookie is set by POST /api/session; a write needs its token as well. */
const SECURITY_SCHEMES = {
  key: { type: "http", scheme: "bearer", description: "A key of the Access screen: fm_…" },
  keyInQuery: { type: "apiKey", in: "query", name: POSTBACK_KEY, description: "A tracker's key, for a postback" },
  session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE },
  csrfToken: { type: "apiKey", in: "header", name: "X-CSRF-Token" },
};

/** @param named the schemas that get a name of their own */
export function openApi(routes: readonly Route[], named: Readonly<Record<string, z.ZodType>>): OpenApi {
  const { print, schemas } = printer(routes, named);
  const paths: OpenApi["paths"] = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route, print) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Firstmatch",
      version: "1",
      description:
        "Payout rules for partner programs. Errors are application/problem+json (RFC 9457); writes to what has an ETag need If-Match. Amounts and percents are decimal strings; JSON numbers are taken as well.",
    },
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  };
}

/** All schemas are translated together, so that they refer to the named ones instead of repeating them. */
function printer(routes: readonly Route[], named: Readonly<Record<string, z.ZodType>>) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const used = routes.flatMap(({ body, query, answers }) => [
    ...(body ? [body.schema] : []),
    ...(query ? [query] : []),
    ...Object.values(answers).flatMap(({ schema }) => schema ?? []),
  ]);
  used.forEach((schema, at) => {
    if (!registry.has(schema)) registry.add(schema, { id: `${at}` });
  });
  const all = z.toJSONSchema(registry, {
    io: "input",
    unrepresentable: "any",
    uri: reference,
    override: ({ zodSchema, jsonSchema }) => {
      const known = jsonSchemas.get(zodSchema as Parameters<typeof jsonSchemas.get>[0]);
      if (known !== undefined) Object.assign(jsonSchema, known.schema);
      // What JavaScript can count to says nothing about the field.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  }).schemas as Record<string, Record<string, unknown>>;
  const clean = (id: string) => {
    const { $schema: _, $id: __, ...schema } = all[id] ?? {};
    return schema;
  };
  const print: Print = (schema) => {
    const id = registry.get(schema)?.id ?? "";
    return Object.hasOwn(named, id) ? { $ref: reference(id) } : clean(id);
  };
  return { print, schemas: Object.fromEntries(Object.keys(named).map((id) => [id, clean(id)])) };
}

const reference = (id: string) => `#/components/schemas/${id}`;

type Print = (schema: z.ZodType) => unknown;

function operation(route: Route, print: Print) {
  const { summary, description, tag, method, path } = route;
  return {
    operationId: `${method}${path.replaceAll(/[^a-zA-Z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [tag],
    summary,
    description: [description, whoMay(route)].filter(Boolean).join(" "),
    security: security(route),
    parameters: [...pathParameters(path), ...queryParameters(route, print), ...(route.ifMatch ? [IF_MATCH] : [])],
    ...(route.body && {
      requestBody: { required: route.body.optional !== true, content: bodyContent(route.body, print) },
    }),
    ...(route.files && { requestBody: { required: true, content: fileContent(route.files) } }),
    responses: { ...answers(route, print), ...problems(route) },
  };
}

/** Either a key, or a session. */
const security = (route: Route) =>
  route.access === "public"
    ? []
    : [
        { key: [] },
        ...(route.keyInQuery ? [{ keyInQuery: [] }] : []),
        { session: [], ...(isWrite(route) && { csrfToken: [] }) },
      ];

function whoMay({ access }: Route): string {
  if (access === "public") return "Needs no key.";
  const roles = Object.keys(ROLES).filter((role) => may(role as Role, access));
  return `Needs the permission \`${access}\`: ${roles.join(", ")}.`;
}

const IF_MATCH = {
  name: "If-Match",
  in: "header",
  required: true,
  description: "The ETag that the change was made from",
  schema: { type: "string", pattern: '^"\\d+"$' },
};

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

function queryParameters({ query }: Route, print: Print) {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = print(query) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: "query", required: required.includes(name), schema },
  }));
}

function bodyContent({ schema, example, alsoAs = {} }: NonNullable<Route["body"]>, print: Print) {
  return {
    "application/json": { schema: print(schema), ...(example !== undefined && { example }) },
    ...fileContent(alsoAs),
  };
}

const fileContent = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(files).map(([type, description]) => [type, { schema: { type: "string", description } }]),
  );

const answers = (route: Route, print: Print) =>
  Object.fromEntries(
    Object.entries(route.answers).map(([status, { description, schema, as, headers = [] }]) => [
      status,
      {
        description,
        ...(headers.length > 0 && {
          headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: "string" } }])),
        }),
        ...(schema && { content: { "application/json": { schema: print(schema) } } }),
        ...(as && { content: { [as]: { schema: { type: "string" } } } }),
      },
    ]),
  );

/** What may go wrong with every route, at the door, with every body, with every If-Match, and with this route. */
function problems(route: Route) {
  const types: ProblemType[] = [
    "unexpected",
    "unavailable",
    ...(route.access === "public" ? [] : (["not-signed-in", "not-allowed", "too-many-attempts"] as const)),
    ...(route.body || route.query ? (["invalid"] as const) : []),
    ...(route.body ? (["malformed-json", "too-large", "unsupported-type"] as const) : []),
    ...(route.ifMatch ? (["malformed-request", "stale", "if-match-missing"] as const) : []),
    ...(route.problems ?? []),
  ];
  const byStatus = new Map<number, string[]>();
  for (const type of new Set(types)) {
    const { status, title } = PROBLEM_TYPES[type];
    byStatus.set(status, [...(byStatus.get(status) ?? []), title]);
  }
  const content = { "application/problem+json": { schema: { $ref: reference("Problem") } } };
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [status, { description: titles.join(", or: "), content }]),
  );
}
