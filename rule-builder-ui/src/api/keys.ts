import { IssuedKey, Key, type NewKey, page } from "@firstmatch/shared-types";
import { Nothing, path, query, request } from "./request.ts";

export const listKeys = (cursor?: string | null) => request(page(Key), `/api/keys${query({ cursor })}`);

/** The answer is the only one that ever shows the secret. */
export const createKey = (body: NewKey) => request(IssuedKey, "/api/keys", { method: "POST", body });

export const renameKey = ({ id, revision }: Key, name: string) =>
  request(Key, path`/api/keys/${id}`, { method: "PATCH", body: { name }, ifMatch: revision });

export const removeKey = ({ id, revision }: Key) =>
  request(Nothing, path`/api/keys/${id}`, { method: "DELETE", ifMatch: revision });

/** A second secret, so that the first can be replaced while it still works. */
export const addSecret = ({ id }: Key) => request(IssuedKey, path`/api/keys/${id}/secrets`, { method: "POST" });

export const removeSecret = ({ id, revision }: Key, secret: string) =>
  request(Key, path`/api/keys/${id}/secrets/${secret}`, { method: "DELETE", ifMatch: revision });
