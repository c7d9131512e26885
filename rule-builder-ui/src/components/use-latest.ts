import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function on every draw, which does what the latest one would: rows that get it are not drawn anew. */
export function useLatest<Given extends unknown[]>(does: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(does);
  useLayoutEffect(() => {
    latest.current = does;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
