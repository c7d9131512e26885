import { z } from "zod";
import { Id, Instant, Name } from "./fields.ts";
import type { Permission } from "./permissions.ts";
import { alsoCheck } from "./refine.ts";

/** What each role may do. */
export const ROLES = {
  admin: ["read", "simulate", "evaluate", "record", "edit", "correct", "pay", "publish", "administer"],
  publisher: ["read", "simulate", "evaluate", "record", "edit", "correct", "pay", "publish"],
  editor: ["read", "simulate", "evaluate", "record", "edit", "correct"],
  viewer: ["read", "simulate"],
  "evaluate-only": ["evaluate", "simulate"],
  tracker: ["evaluate", "simulate", "record"],
  partner: ["own"],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLES;
export const Role = z.enum(Object.keys(ROLES) as [Role]);

export const may = (role: Role, permission: Permission): boolean =>
  permission === "public" || (ROLES[role] as readonly Permission[]).includes(permission);

/** A key for a person or a service. `partner`: whose own things a partner's key shows; no other role has one. */
export const NewKey = alsoCheck(
  z.strictObject({ name: Name, role: Role, partner: Id.optional() }),
  ({ role, partner }, complain) => {
    if (role === "partner" && partner === undefined)
      complain(["partner"], "is missing; a partner's key names the partner");
    if (role !== "partner" && partner !== undefined)
      complain(["partner"], `belongs to the role partner only; this one is ${role}`);
  },
);
export type NewKey = z.infer<typeof NewKey>;

export const KeyChange = z.strictObject({ name: Name });
export type KeyChange = z.infer<typeof KeyChange>;

export const Key = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  partner: z.string().nullable(),
  /** At most two, so that one can be replaced while the other still works. Only their hashes are stored. */
  secrets: z.array(z.object({ id: z.string(), hint: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable() })),
  revision: z.int(),
  createdAt: Instant,
});
export type Key = z.infer<typeof Key>;

/** The answer that shows a secret, this once. */
export const IssuedKey = Key.extend({ secret: z.string() });
export type IssuedKey = z.infer<typeof IssuedKey>;

/** Its faults never repeat what was sent. */
export const SignIn = z.strictObject({
  key: z.string({ error: "must be the key, a text" }).max(200, { error: "is longer than any key" }),
});

/** Who is asking. `signIn` is "off" while there is no admin key: whoever reaches the service may do everything. */
export const Session = z.object({
  signIn: z.enum(["off", "required"]),
  caller: z.object({ id: z.string(), name: z.string(), role: Role, partner: z.string().nullable() }).nullable(),
  permissions: z.array(z.string()),
  /** Goes along with every write as X-CSRF-Token; null without a session cookie. */
  csrfToken: z.string().nullable(),
});
export type Session = z.infer<typeof Session>;
