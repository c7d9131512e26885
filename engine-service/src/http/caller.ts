import type { Role } from "@firstmatch/shared-types";

/** Who asks. */
export interface Caller {
  /** Of the key. */
  id: string;
  name: string;
  role: Role;
  /** Whose own things a partner's key shows. */
  partner: string | null;
}

/** Whoever reaches a service without sign-in: see the README. */
export const SOMEONE: Caller = { id: "local", name: "Someone on this machine", role: "admin", partner: null };
