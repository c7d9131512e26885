import type { Session } from "@firstmatch/shared-types";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { signedIn } from "../../api/signed-in.ts";
import { isIn } from "./session.ts";
import { sessionQuery } from "./session-query.ts";

/**
 * Knows who is here. When a session ends while a page is open, the page stays as it is, and a dialog on top of it asks
 * to sign in again: whatever was refused meanwhile waits for that, and is sent once more.
 */
export function useSessionGate() {
  const client = useQueryClient();
  const { data, error } = useQuery(sessionQuery);
  /** The last one that let somebody in. */
  const [last, setLast] = useState<Session>();
  if (data !== undefined && data !== last && isIn(data)) setLast(data);
  /** The session that is asked about. */
  const [ended, setEnded] = useState<Session>();
  const waiting = useRef<((same: boolean) => void)[]>([]);
  const wavedAway = useRef(false);
  const settle = useCallback((same: boolean) => {
    setEnded(undefined);
    for (const resolve of waiting.current.splice(0)) resolve(same);
  }, []);

  useEffect(() => {
    signedIn.again = async (insist) => {
      const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      if (isIn(now)) return isSame(last, now);
      if (last === undefined || (wavedAway.current && !insist)) return false;
      setEnded(last);
      return new Promise((resolve) => waiting.current.push(resolve));
    };
  }, [client, last]);
  // Here, or in another window.
  useEffect(() => {
    if (ended === undefined || data === undefined || !isIn(data)) return;
    wavedAway.current = false;
    settle(isSame(ended, data));
  }, [ended, data, settle]);

  return {
    session: last ?? data,
    ended,
    error,
    enter(session: Session) {
      client.setQueryData(sessionQuery.queryKey, session);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    },
    waveAway() {
      wavedAway.current = true;
      settle(false);
    },
  };
}

/** What one person typed is not sent in the name of another. Before there was sign-in, nobody had a name. */
const isSame = (before: Session | undefined, now: Session) =>
  before === undefined || before.signIn === "off" || before.caller?.id === now.caller?.id;
