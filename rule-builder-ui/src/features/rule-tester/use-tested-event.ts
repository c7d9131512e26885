import { useMemo, useState } from "react";
import { type EventForm, emptyForm, eventToForm, formToEvent, type Loose } from "./event-form.ts";
import { readEventText } from "./read-event-text.ts";

export type EventView = "form" | "json";

/**
 * The event that is tried, as a form or as JSON: one event, two views. Only the view that is open holds it; text that
 * is no JSON yet keeps its view open, since the form could not show it.
 */
export function useTestedEvent(eventType: string) {
  const [view, setView] = useState<EventView>("form");
  const [form, setForm] = useState(emptyForm);
  const [text, setText] = useState("");
  const [stuck, setStuck] = useState(false);
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());

  const read = useMemo(() => (view === "json" ? readEventText(text) : undefined), [view, text]);
  const event = useMemo((): Loose | null => {
    if (read === undefined) return { eventType, ...formToEvent(form) };
    return read.ok ? { eventType, ...read.event } : null;
  }, [read, form, eventType]);

  const addFacts = (keys: readonly string[]) => setAdded((before) => new Set([...before, ...keys]));

  const show = (wanted: EventView) => {
    setStuck(wanted === "form" && event === null);
    if (wanted === view || event === null) return;
    if (wanted === "json") setText(JSON.stringify(event, null, 2));
    else setForm(eventToForm(event));
    setView(wanted);
  };

  return {
    view,
    show,
    /** Back to the form as it was before the JSON view was opened. */
    dropText: () => {
      setStuck(false);
      setView("form");
    },
    form,
    editForm: (change: Partial<EventForm>) => {
      // A field that is emptied must not vanish under the hands.
      if (change.fields !== undefined) addFacts(Object.keys(form.fields));
      setForm({ ...form, ...change });
    },
    /** Facts that the form shows though neither the rules nor the event name them. */
    added,
    addFacts,
    /** Replaces the event in whichever view is open. */
    load: (loaded: Loose) => {
      setForm(eventToForm(loaded));
      setText(JSON.stringify(loaded, null, 2));
    },
    text,
    setText,
    /** Null while the text cannot be read; `unreadable` says why. */
    event,
    unreadable: read?.ok === false ? read.message : null,
    /** The form was asked for and cannot be shown yet. */
    stuck: stuck && event === null,
  };
}

export type TestedEvent = ReturnType<typeof useTestedEvent>;
