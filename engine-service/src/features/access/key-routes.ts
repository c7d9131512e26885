import { IssuedKey, Key, KeyChange, NewKey, page } from "@firstmatch/shared-types";
import { PageQuery, pageOf } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { removeKey, removeSecret, renameKey } from "./change-key.ts";
import { findKey, printWithUses } from "./find-key.ts";
import { keyCursor, printKey, type StoredKey } from "./key-store.ts";
import { addSecret, makeKey } from "./make-key.ts";

export function keyRoutes(rooms: Rooms): Route[] {
  const answer = async (key: StoredKey) => ({
    status: 200,
    body: await printWithUses(rooms, key),
    headers: { ETag: etag(key.revision) },
  });
  const issued = (key: IssuedKey) => ({
    status: 201,
    body: key,
    headers: { ETag: etag(key.revision), Location: `/api/keys/${key.id}` },
  });
  return [
    route({
      method: "get",
      path: "/api/keys",
      access: "administer",
      tag: "Access",
      summary: "Keys, the older first",
      query: PageQuery,
      answers: { 200: { description: "A page of keys, without their secrets", schema: page(Key) } },
      handle: async ({ query }) => {
        const found = await rooms.keys.list(query);
        const lastUsed = await rooms.keyUses.of(found.flatMap(({ secrets }) => secrets.map(({ id }) => id)));
        return { status: 200, body: pageOf(found, query.limit, keyCursor, (key) => printKey(key, lastUsed)) };
      },
    }),
    route({
      method: "post",
      path: "/api/keys",
      access: "administer",
      tag: "Access",
      summary: "Make a key",
      description: "Its secret is in this answer and never shown again. With the first admin key, sign-in is required.",
      body: { ...jsonBody(NewKey), example: { name: "Tracker", role: "evaluate-only" } },
      answers: { 201: { description: "Made", schema: IssuedKey, headers: ["ETag", "Location"] } },
      handle: async ({ body, caller }) => issued(await makeKey(rooms, body, { by: caller })),
    }),
    route({
      method: "get",
      path: "/api/keys/{key}",
      access: "administer",
      tag: "Access",
      summary: "One key",
      answers: { 200: { description: "The key, without its secrets", schema: Key, headers: ["ETag"] } },
      problems: ["not-found"],
      handle: async ({ params }) => answer(await findKey(rooms, params.key)),
    }),
    route({
      method: "patch",
      path: "/api/keys/{key}",
      access: "administer",
      tag: "Access",
      summary: "Rename a key",
      description: "Its role and its partner stay: make another key instead.",
      ifMatch: true,
      body: jsonBody(KeyChange),
      answers: { 200: { description: "Renamed", schema: Key, headers: ["ETag"] } },
      problems: ["not-found"],
      handle: async ({ params, body, revision, caller }) =>
        answer(await renameKey(rooms, params.key, revision, body, { by: caller })),
    }),
    route({
      method: "delete",
      path: "/api/keys/{key}",
      access: "administer",
      tag: "Access",
      summary: "Take a key away",
      description:
        "It and its sessions end at once here, within a second in other processes. The last admin key stays.",
      ifMatch: true,
      answers: { 204: { description: "Taken away" } },
      problems: ["not-found", "conflict"],
      handle: async ({ params, revision, caller }) => {
        await removeKey(rooms, params.key, revision, { by: caller });
        return { status: 204 };
      },
    }),
    route({
      method: "post",
      path: "/api/keys/{key}/secrets",
      access: "administer",
      tag: "Access",
      summary: "Make a second secret of a key",
      description: "Both work until one is taken away. The new one is in this answer and never shown again.",
      answers: { 201: { description: "Made", schema: IssuedKey, headers: ["ETag", "Location"] } },
      problems: ["not-found", "conflict"],
      handle: async ({ params, caller }) => issued(await addSecret(rooms, params.key, { by: caller })),
    }),
    route({
      method: "delete",
      path: "/api/keys/{key}/secrets/{secret}",
      access: "administer",
      tag: "Access",
      summary: "Take a secret away",
      description:
        "It and its sessions end at once here, within a second in other processes. The last one of the last admin key stays.",
      ifMatch: true,
      answers: { 200: { description: "The key as it is now", schema: Key, headers: ["ETag"] } },
      problems: ["not-found", "conflict"],
      handle: async ({ params, revision, caller }) =>
        answer(await removeSecret(rooms, params.key, revision, params.secret, { by: caller })),
    }),
  ];
}
