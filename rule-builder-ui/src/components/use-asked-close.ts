import { useRef, useState } from "react";
import { askToDiscard, TYPED } from "./ask-to-discard.ts";

/** Whether something was entered: what stands in a dialog is not what stood there when it opened. */
export function useEntered(values: readonly unknown[]): boolean {
  const now = JSON.stringify(values);
  const [opened] = useState(now);
  return now !== opened;
}

/** The way out of a dialog: asks before what was entered is lost. */
export function useAskedClose(entered: boolean, onClose: () => void): () => Promise<void> {
  const asking = useRef(false);
  return async () => {
    // The Escape that answers the question arrives here as well.
    if (asking.current) return;
    if (!entered) return onClose();
    asking.current = true;
    const discard = await askToDiscard(TYPED);
    setTimeout(() => {
      asking.current = false;
    });
    if (discard) onClose();
  };
}
