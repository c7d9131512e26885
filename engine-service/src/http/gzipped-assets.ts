import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { RequestHandler } from "express";

const pack = promisify(gzip);

const TYPES: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

/**
 * Text files of a flat folder, packed when first asked for and kept: with hashed names they never change, and there are
 * as many as the folder has. Whatever else, or whoever takes nothing packed, is left to the next handler.
 */
export function gzippedAssets(folder: string, headers: Record<string, string>): RequestHandler {
  const packed = new Map<string, Promise<Buffer>>();
  const packedFile = (name: string) => {
    const known = packed.get(name);
    if (known !== undefined) return known;
    const packing = readFile(join(folder, name)).then((bytes) => pack(bytes, { level: 9 }));
    packed.set(name, packing);
    return packing;
  };
  return async (request, response, next) => {
    response.vary("Accept-Encoding");
    const name = /^\/([\w-][\w.-]*)$/.exec(request.path)?.[1] ?? "";
    const type = TYPES[extname(name)];
    if (type === undefined || request.method !== "GET" || !request.acceptsEncodings("gzip")) return next();
    try {
      const bytes = await packedFile(name);
      response.set({ ...headers, "Content-Type": `${type}; charset=utf-8`, "Content-Encoding": "gzip" }).end(bytes);
    } catch (error) {
      packed.delete(name);
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      next();
    }
  };
}
