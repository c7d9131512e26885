import { useEffect, useRef } from "react";

/** Does something in the next frame after anything was scrolled, once in a frame. */
export function useOnScroll(active: boolean, action: () => void) {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (!active) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => latest.current());
    };
    window.addEventListener("scroll", look, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", look, { capture: true });
    };
  }, [active]);
}
