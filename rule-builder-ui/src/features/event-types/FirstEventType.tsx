import { Navigate } from "react-router";
import { useDraft } from "../terms/use-draft.ts";
import { NoEventTypes } from "./NoEventTypes.tsx";

/** The address of the terms alone leads on to their first event type. */
export function FirstEventType() {
  const [first] = useDraft().terms.events;
  return first === undefined ? <NoEventTypes /> : <Navigate to={`events/${encodeURIComponent(first.type)}`} replace />;
}
