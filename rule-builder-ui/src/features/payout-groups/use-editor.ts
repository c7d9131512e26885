import type { Fault } from "@firstmatch/shared-types";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { faultsStillThere, faultsWhileTyping, withoutTwins } from "./faults-to-show.ts";

interface EditorOptions<T> {
  /** The rule as it was when it was opened. */
  opened: T;
  /** The faults that the shared schemas find; must be the same function on every render. */
  check: (edited: T) => Fault[];
  onSave: (edited: T) => Promise<Fault[]>;
  onDirtyChange?: ((dirty: boolean) => void) | undefined;
}

/** What all rule editors do: hold what is typed, show the faults in the validator's words, save only what has none. */
export function useEditor<T>({ opened, check, onSave, onDirtyChange }: EditorOptions<T>) {
  const [edited, setEdited] = useState(opened);
  const [attempts, setAttempts] = useState(0);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<{ faults: Fault[]; sent: T }>();
  const form = useRef<HTMLFormElement>(null);

  const found = useMemo(() => check(edited), [check, edited]);
  const faults = withoutTwins([
    ...(attempts > 0 ? found : faultsWhileTyping(found, edited)),
    ...(refused === undefined ? [] : faultsStillThere(refused.faults, refused.sent, edited)),
  ]);

  const dirty = useMemo(() => JSON.stringify(edited) !== JSON.stringify(opened), [edited, opened]);
  // In the same turn as the field: an Escape that follows at once must find out that something was typed.
  useLayoutEffect(() => onDirtyChange?.(dirty), [dirty, onDirtyChange]);

  // Every refusal leads to the first field that has to be mended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after an answer to Save, not whenever a field changes
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
  }, [attempts, refused]);

  const save = async () => {
    setAttempts(attempts + 1);
    if (found.length > 0 || saving) return;
    setSaving(true);
    const answer = await onSave(edited).catch((error: Error): Fault[] => [{ pointer: "", message: error.message }]);
    setSaving(false);
    if (answer.length > 0) setRefused({ faults: answer, sent: edited });
  };
  return { edited, setEdited, faults, save, saving, form };
}
