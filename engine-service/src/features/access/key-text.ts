import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Random bits of a secret: 256, so that nobody can guess one, and a fast hash of it is enough. */
const SECRET_BYTES = 32;

export const newKeyId = (): string => randomBytes(6).toString("hex");

/** A key as its holder keeps it. Hexadecimal, since a double click takes all of it. */
export const newKeyText = (keyId: string): string => `fm_${keyId}_${randomBytes(SECRET_BYTES).toString("hex")}`;

/** Undefined for a text that this service never made. */
export const keyIdIn = (text: string): string | undefined => /^fm_([0-9a-f]{12})_[0-9a-f]{64}$/.exec(text)?.[1];

/** Enough to tell one secret from another on screen, and nothing to guess the rest by. */
export const hintOf = (text: string): string => `…${text.slice(-4)}`;

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** In a time that does not tell how much of the two is alike. */
export const sameText = (one: string, other: string): boolean => sameHash(hashOf(one), hashOf(other));

/** The same for two hashes: they are of one length as they are. */
export const sameHash = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
