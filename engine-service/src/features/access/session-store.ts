import { randomBytes } from "node:crypto";
import type { Storage, Stored } from "../../storage/collection.ts";
import type { Changed, Changes } from "../changes.ts";
import type { Session } from "./sessions.ts";

/** A session that was signed out of before its time. */
export interface EndedSession extends Stored, Changed {
  /** When it would have ended by itself, in milliseconds; of no interest after that. */
  until: number;
}

interface SigningSecret extends Stored {
  value: string;
}

export type SessionStore = ReturnType<typeof sessionStore>;

export function sessionStore(storage: Storage, changes: Changes) {
  const secrets = storage.collection<SigningSecret>("signing-secrets");
  const ended = storage.collection<EndedSession>("ended-sessions", [{ fields: ["changedAt"] }]);
  return {
    /** Made by whichever process asks first, the same for all and through restarts. */
    async signingSecret(): Promise<string> {
      const made = { value: randomBytes(32).toString("base64url") };
      const secret = await secrets.findOneAndUpdate({ _id: "sessions" }, { $setOnInsert: made }, { upsert: true });
      return (secret as SigningSecret).value;
    },

    all: () => ended.find({}),

    changedSince: (since: string) => ended.find(changes.byOthersSince(since)),

    end: ({ id, until }: Session) =>
      changes.write((changed) =>
        ended.findOneAndUpdate({ _id: id }, { $setOnInsert: { until, ...changed } }, { upsert: true }),
      ),

    forget: (id: string) => ended.deleteOne({ _id: id }),
  };
}
