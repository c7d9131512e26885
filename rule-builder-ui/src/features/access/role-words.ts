import { PERMISSIONS, type Permission, ROLES, type Role } from "@firstmatch/shared-types";

/** From the least to the most, then those that are for others than managers. */
export const ROLE_ORDER: readonly Role[] = [
  ...(["viewer", "editor", "publisher", "admin"] as const),
  ...(["evaluate-only", "tracker", "partner"] as const),
];

const ARTICLE: Partial<Record<Role, string>> = {
  editor: "an editor",
  admin: "an admin",
  "evaluate-only": "an evaluate-only key",
};

/** What a role may do, by what the next smaller one may: `Everything a viewer may. Ask for decisions. …` */
export function roleWords(role: Role): string {
  const permissions: readonly Permission[] = ROLES[role];
  const smaller = ROLE_ORDER.slice(0, ROLE_ORDER.indexOf(role));
  const within = smaller
    .filter((other) => ROLES[other].every((permission) => permissions.includes(permission)))
    .reduce<Role | undefined>(
      (most, other) => (most === undefined || ROLES[other].length > ROLES[most].length ? other : most),
      undefined,
    );
  const known: readonly Permission[] = within === undefined ? [] : ROLES[within];
  const sentences = permissions
    .filter((permission) => !known.includes(permission))
    .map((permission) => PERMISSIONS[permission]);
  return [...(within === undefined ? [] : [`Everything ${ARTICLE[within] ?? `a ${within}`} may.`]), ...sentences].join(
    " ",
  );
}

export const ROLE_NAMES: Record<Role, string> = {
  viewer: "Viewer",
  editor: "Editor",
  publisher: "Publisher",
  admin: "Admin",
  "evaluate-only": "Evaluate only",
  tracker: "Tracker",
  partner: "Partner",
};
