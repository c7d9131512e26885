import { type ReactNode, useEffect, useRef } from "react";

/** A step of a dialog, in place of the one before: the keyboard and the voice of a screen reader go on where it begins. */
export function DialogStep({ children }: { children: ReactNode }) {
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => step.current?.focus(), []);
  return (
    <div ref={step} tabIndex={-1} style={{ outline: "none" }}>
      {children}
    </div>
  );
}
