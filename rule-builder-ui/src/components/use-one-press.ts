import { useRef } from "react";

/** Does it once for a double click, whose second half may come before the button is drawn as busy. */
export function useOnePress(act: () => void, busy: boolean): () => void {
  const pressed = useRef(false);
  return () => {
    if (busy || pressed.current) return;
    pressed.current = true;
    act();
    // By then whatever is under way is drawn as such.
    setTimeout(() => {
      pressed.current = false;
    });
  };
}
