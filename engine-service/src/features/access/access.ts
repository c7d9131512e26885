import type { Session as SignedIn } from "@firstmatch/shared-types";
import type { Logger } from "pino";
import { type Caller, SOMEONE } from "../../http/caller.ts";
import type { Client } from "../../http/client.ts";
import { notSignedIn, tooManyAttempts, unavailable } from "../../http/problem.ts";
import { sessionIn } from "../../http/session-cookie.ts";
import type { Clock } from "../clock.ts";
import { EndedSessions } from "./ended-sessions.ts";
import { FailedAttempts } from "./failed-attempts.ts";
import { KeyBook } from "./key-book.ts";
import type { KeyStore, StoredKey } from "./key-store.ts";
import { hashOf, keyIdIn, sameHash, sameText } from "./key-text.ts";
import type { KeyUses } from "./key-uses.ts";
import type { SessionStore } from "./session-store.ts";
import { type Session, Sessions } from "./sessions.ts";

/** The environment's key (FIRSTMATCH_ADMIN_KEY). */
export const ENVIRONMENT: Caller = {
  id: "environment",
  name: "admin key of the environment",
  role: "admin",
  partner: null,
};

/** A caller, and how it was known. */
export interface Known {
  caller: Caller;
  /** Id of the secret that was shown; null where nobody need sign in. */
  secret: string | null;
  /** Null for one that sent its key along. */
  session: Session | null;
}

/** Nobody knows whether there are keys, nor whether one that was sent is among them. */
const notRead = () => unavailable("The keys are not read yet; try again shortly.");

/** Who may come in. All from memory, so that it goes on when the store is away. */
export class Access {
  readonly keys = new KeyBook();
  readonly ended: EndedSessions;
  private readonly stores: { keys: KeyStore; sessions: SessionStore; uses: KeyUses };
  private readonly adminKey: string | undefined;
  private readonly mayBeOpen: boolean;
  private readonly attempts: FailedAttempts;
  private readonly now: Clock;
  private readonly log: Logger;
  private made: Sessions | undefined;

  constructor({
    adminKey,
    mayBeOpen,
    now,
    log,
    ...stores
  }: {
    keys: KeyStore;
    sessions: SessionStore;
    uses: KeyUses;
    now: Clock;
    log: Logger;
    adminKey: string | undefined;
    /** Whether it may be used without signing in as long as there is no admin key: only where nobody else reaches it. */
    mayBeOpen: boolean;
  }) {
    this.stores = stores;
    this.now = now;
    this.log = log;
    this.adminKey = adminKey;
    this.mayBeOpen = mayBeOpen;
    this.ended = new EndedSessions(stores.sessions, now);
    this.attempts = new FailedAttempts(now);
  }

  get hasAdmin(): boolean {
    return this.adminKey !== undefined || this.keys.hasAdmin;
  }

  get signIn(): SignedIn["signIn"] {
    return this.made !== undefined && !this.hasAdmin && this.mayBeOpen ? "off" : "required";
  }

  get hasAdminInEnvironment(): boolean {
    return this.adminKey !== undefined;
  }

  get sessions(): Sessions {
    if (this.made === undefined) throw notRead();
    return this.made;
  }

  /** @param since undefined: everything */
  async read(since: string | undefined): Promise<void> {
    const { keys, sessions } = this.stores;
    const read = <T>(store: { all(): Promise<T[]>; changedSince(since: string): Promise<T[]> }) =>
      since === undefined ? store.all() : store.changedSince(since);
    const [changed, ended, signingSecret] = await Promise.all([
      read(keys),
      read(sessions),
      this.made === undefined ? sessions.signingSecret() : undefined,
    ]);
    for (const key of changed) this.keys.put(key);
    for (const session of ended) this.ended.put(session);
    // Last: before this, nobody knows whether there are keys, so nobody comes in without one.
    if (signingSecret !== undefined) this.made = new Sessions(signingSecret, this.now);
  }

  /** Who it is; null for nobody. Throws the problem when a key was sent that is none. */
  identify(client: Client): Known | null {
    if (client.key !== undefined) return this.byKey(client.key, client.address);
    const known = this.bySession(sessionIn(client.cookies));
    if (known !== null) return known;
    if (this.made === undefined) throw notRead();
    if (this.signIn === "off") return { caller: SOMEONE, secret: null, session: null };
    return null;
  }

  /**
   * The holder of a key. An address with many failed attempts is shut out for a while; keys made here still come in
   * from there, since nobody can guess one, and nobody shall shut out the others behind his proxy.
   */
  byKey(text: string, address: string): Known & { secret: string } {
    const key = this.keys.get(keyIdIn(text) ?? "");
    const hash = hashOf(text);
    const secret = key?.secrets.find((each) => sameHash(each.hash, hash));
    if (key !== undefined && secret !== undefined) return this.come(key, secret.id);
    const seconds = this.attempts.shutOutFor(address);
    if (seconds > 0) throw tooManyAttempts(seconds);
    if (this.adminKey !== undefined && sameText(this.adminKey, text)) return this.come(null, this.environmentSecret);
    if (this.made === undefined) throw notRead();
    this.attempts.failed(address);
    this.log.warn({ address, key: key?._id }, "a wrong key was sent");
    throw notSignedIn("This key is not known here, or was taken away.");
  }

  private bySession(text: string | undefined): Known | null {
    const session = text === undefined ? undefined : this.sessions.read(text);
    if (session === undefined || this.ended.has(session.id)) return null;
    if (session.key === ENVIRONMENT.id)
      return session.secret === this.environmentSecret ? { ...this.come(null, session.secret), session } : null;
    const key = this.keys.get(session.key);
    const lives = key?.secrets.some(({ id }) => id === session.secret);
    return key !== undefined && lives ? { ...this.come(key, session.secret), session } : null;
  }

  private come(key: StoredKey | null, secret: string): Known & { secret: string } {
    this.stores.uses.note(secret);
    const caller = key === null ? ENVIRONMENT : { id: key._id, name: key.name, role: key.role, partner: key.partner };
    return { caller, secret, session: null };
  }

  /** Ends the sessions of an environment's key that was replaced. */
  private get environmentSecret(): string {
    return this.adminKey === undefined ? "" : hashOf(`environment\n${this.adminKey}`).slice(0, 16);
  }
}
