import { factOf, type Terms } from "@firstmatch/shared-types";

/** Where in the terms a fault is, in the manager's words: "Online sale, payout group 2 (New), conditions all 1 value". */
export function placeInTerms(pointer: string, terms: Terms): string {
  const [, root, ...path] = stepsOf(pointer);
  if (root !== "events" || path.length === 0) return words([root ?? "", ...path]) || "The document";
  const [at, list, index, ...rest] = path;
  const event = terms.events[Number(at)];
  const place = [event?.name ?? "Event type"];
  if (list === "groups" || list === "personal") {
    const rule = list === "groups" ? event?.groups?.[Number(index)] : event?.personal?.[Number(index)];
    const name = rule === undefined ? "" : "title" in rule ? rule.title : rule.name;
    const layer = list === "groups" ? `payout group ${Number(index) + 1}` : "personal payout";
    place.push(name ? `${layer} (${name})` : layer, words(rest));
  } else if (list === "default") place.push("default payout", words([index ?? "", ...rest]));
  else place.push(words(path.slice(1)));
  return place.filter(Boolean).join(", ");
}

/** Where in the event or the partner's profile a fault is: "Order total", "Item line 2, amount", "Parameter tier". */
export function placeInEvent(pointer: string): string {
  const [root, field = "", ...rest] = stepsOf(pointer);
  if (root === "partner" && field === "past") return factOf(rest[0] ?? "")?.label ?? "Partner's past";
  if (root === "partner") return field === "revenueShare" ? "Revenue share" : "Partner";
  if (root !== "event") return pointer;
  if (field === "items" && rest.length > 0) return [`Item line ${Number(rest[0]) + 1}`, ...rest.slice(1)].join(", ");
  if (field === "params" && rest.length > 0) return `Parameter ${rest[0]}`;
  return factOf(field)?.label ?? field;
}

const stepsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The way through the document, without the words that only hold it together; places count from 1. */
const words = (path: readonly string[]): string =>
  path
    .filter((step) => step !== "" && step !== "event" && step !== "params")
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step))
    .join(" ");
