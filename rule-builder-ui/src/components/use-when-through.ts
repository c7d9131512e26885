import { useEffect, useRef } from "react";

/** Does something once a job that was seen running is seen to be through; a job that was through before is none. */
export function useWhenThrough(status: "running" | "finished" | undefined, action: () => void) {
  const seenRunning = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is seen to end
  useEffect(() => {
    if (status === "running") seenRunning.current = true;
    if (status !== "finished" || !seenRunning.current) return;
    seenRunning.current = false;
    action();
  }, [status]);
}
