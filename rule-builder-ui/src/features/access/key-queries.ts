import type { Key, NewKey } from "@firstmatch/shared-types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addSecret, createKey, listKeys, removeKey, removeSecret, renameKey } from "../../api/keys.ts";
import { signIn } from "../../api/session.ts";
import { tellError } from "../../components/tell.tsx";
import { usePages } from "../../components/use-pages.ts";
import { useSession } from "./session.ts";
import { sessionQuery } from "./session-query.ts";

export const useKeys = () => usePages(["keys"], listKeys);

/** What can be done to one key; whatever comes of it, the list is read again. */
export function useKeyWrites() {
  const client = useQueryClient();
  const { signIn: mode } = useSession();
  const onSettled = () =>
    Promise.all([["keys"], ["history"]].map((queryKey) => client.invalidateQueries({ queryKey })));
  return {
    create: useMutation({
      mutationFn: async (body: NewKey) => {
        const issued = await createKey(body);
        // From this moment on sign-in is required: whoever made the key must not lock themselves out.
        if (mode === "off" && body.role === "admin")
          await signIn({ key: issued.secret }).then(
            (session) => client.setQueryData(sessionQuery.queryKey, session),
            // The secret is shown all the same: it cannot be had again.
            (error: Error) => tellError("The key is made, but you are not signed in with it yet", error),
          );
        return issued;
      },
      onSettled,
    }),
    rename: useMutation({ mutationFn: ({ key, name }: { key: Key; name: string }) => renameKey(key, name), onSettled }),
    remove: useMutation({ mutationFn: removeKey, onSettled }),
    rotate: useMutation({ mutationFn: addSecret, onSettled }),
    takeAway: useMutation({
      mutationFn: ({ key, secret }: { key: Key; secret: string }) => removeSecret(key, secret),
      onSettled,
    }),
  };
}
