import { PERMISSIONS, type Permission, type Session } from "@firstmatch/shared-types";
import { createContext, useContext } from "react";

/** Whether somebody may go on to the pages. */
export const isIn = ({ signIn, caller }: Session): boolean => signIn === "off" || caller !== null;

/**
 * Given by the layout, which shows a page only once it is known who is here. A piece that stands by itself, as in a
 * test, offers everything.
 */
export const SessionContext = createContext<Session>({
  signIn: "off",
  caller: null,
  permissions: Object.keys(PERMISSIONS),
  csrfToken: null,
});

export const useSession = (): Session => useContext(SessionContext);

/** Whether to offer what needs this permission; the service refuses it in any case. */
export const useMay = (permission: Permission): boolean => useSession().permissions.includes(permission);
