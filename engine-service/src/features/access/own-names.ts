import type { Request } from "express";
import { isLoopback } from "../../config.ts";
import { notAllowed } from "../../http/problem.ts";
import type { Access } from "./access.ts";

/**
 * While there is no sign-in, whoever reaches the service may do everything. A page of another site reaches it when its
 * name suddenly stands for this machine (DNS rebinding), a stranger through a proxy: both send a name that is not ours.
 */
export const ownNamesOnly =
  (access: Access) =>
  ({ headers: { host = "" } }: Request): void => {
    if (access.signIn === "off" && !isLoopback(nameIn(host)))
      throw notAllowed(
        `While there is no sign-in, this answers only to this machine's own names, such as localhost, not to "${nameIn(host)}". Make an admin key on the Access screen, then any name will do.`,
      );
  };

/** Without the port. */
const nameIn = (host: string): string => host.replace(/:\d+$/, "");
