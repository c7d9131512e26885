import type { Clock } from "../clock.ts";
import type { EndedSession, SessionStore } from "./session-store.ts";
import type { Session } from "./sessions.ts";

/** The sessions that were signed out of before their time; in memory, so that knowing them needs no store. */
export class EndedSessions {
  private readonly store: SessionStore;
  private readonly now: Clock;
  private readonly until = new Map<string, number>();

  constructor(store: SessionStore, now: Clock) {
    this.store = store;
    this.now = now;
  }

  put({ _id, until }: EndedSession): void {
    this.until.set(_id, until);
  }

  has(id: string): boolean {
    return this.until.has(id);
  }

  /** Ends it here even where the store is away, and says so by throwing. */
  async end(session: Session): Promise<void> {
    this.until.set(session.id, session.until);
    await this.store.end(session);
    const over = [...this.until].filter(([, until]) => until < this.now().getTime());
    for (const [id] of over) {
      await this.store.forget(id);
      this.until.delete(id);
    }
  }
}
