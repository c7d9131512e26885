import type { Logger } from "pino";
import { type Storage, type Stored, StoreUnavailable } from "../../storage/collection.ts";
import type { Clock } from "../clock.ts";

/** How exact the last use is known; a secret that is used a thousand times a second is still written once a minute. */
const KEPT_EVERY_MS = 60_000;

interface StoredUse extends Stored {
  at: string;
}

/** When each secret was last used. Beside the keys, since a use is no change of a key. */
export class KeyUses {
  private readonly uses;
  private readonly now: Clock;
  private readonly log: Logger;
  /** When it was last written, in milliseconds. */
  private readonly kept = new Map<string, number>();

  constructor(storage: Storage, now: Clock, log: Logger) {
    this.uses = storage.collection<StoredUse>("key-uses");
    this.now = now;
    this.log = log;
  }

  /** Nobody waits for it: an answer must not depend on whether its use could be written. */
  note(secret: string): void {
    const at = this.now();
    const keptAt = this.kept.get(secret);
    if (keptAt !== undefined && at.getTime() - keptAt < KEPT_EVERY_MS) return;
    this.kept.set(secret, at.getTime());
    this.uses.findOneAndUpdate({ _id: secret }, { $set: { at: at.toISOString() } }, { upsert: true }).catch((error) => {
      if (error instanceof StoreUnavailable) this.log.debug({ why: error.message }, "the use of a key was not noted");
      else this.log.error({ err: error }, "the use of a key was not noted");
    });
  }

  /** By the secret's id. */
  async of(secrets: readonly string[]): Promise<Map<string, string>> {
    const found = await this.uses.find({ _id: { $in: secrets } });
    return new Map(found.map(({ _id, at }) => [_id, at]));
  }
}
