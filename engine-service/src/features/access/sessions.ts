import { createHmac, randomUUID } from "node:crypto";
import { parseWith } from "@firstmatch/shared-types";
import { z } from "zod";
import { SESSION_LASTS_MS } from "../../http/session-cookie.ts";
import type { Clock } from "../clock.ts";
import { sameText } from "./key-text.ts";

/** What the cookie says, signed. It ends with its time, with the secret that it was made from, or when signed out. */
const Session = z.strictObject({ id: z.string(), key: z.string(), secret: z.string(), until: z.int() });
export type Session = z.infer<typeof Session>;

/** Made and read without a store: all processes that have the same signing secret agree. */
export class Sessions {
  private readonly signingSecret: string;
  private readonly now: Clock;

  constructor(signingSecret: string, now: Clock) {
    this.signingSecret = signingSecret;
    this.now = now;
  }

  begin(key: string, secret: string): Session {
    return { id: randomUUID(), key, secret, until: this.now().getTime() + SESSION_LASTS_MS };
  }

  /** As it goes into the cookie. */
  print(session: Session): string {
    const said = Buffer.from(JSON.stringify(session)).toString("base64url");
    return `${said}.${this.sign("session", said)}`;
  }

  /** Undefined for one that was not signed here, or is over. */
  read(text: string): Session | undefined {
    const [, said = "", signature = ""] = /^([\w-]+)\.([\w-]+)$/.exec(text) ?? [];
    if (!sameText(signature, this.sign("session", said))) return undefined;
    const session = parseWith(Session, JSON.parse(Buffer.from(said, "base64url").toString()));
    return session.ok && session.value.until > this.now().getTime() ? session.value : undefined;
  }

  /** Another site can make a browser send the cookie, but cannot read this. */
  csrfToken(session: Session): string {
    return this.sign("csrf", session.id);
  }

  isCsrfToken(session: Session, sent: string | undefined): boolean {
    return sent !== undefined && sameText(sent, this.csrfToken(session));
  }

  /** @param purpose so that a text signed for one is never taken for the other */
  private sign(purpose: string, text: string): string {
    return createHmac("sha256", this.signingSecret).update(`${purpose}\n${text}`).digest("base64url");
  }
}
