import type { HistoryEntry } from "@firstmatch/shared-types";
import { path } from "../../api/request.ts";

/** The page that shows the thing of a change; undefined where there is none. */
export function placeOf({ thing, program }: HistoryEntry): string | undefined {
  if (thing.kind === "partner") return path`/partners/${thing.id}`;
  if (thing.kind === "key") return "/access";
  if (program === null) return undefined;
  const [terms = "", eventOrVersion = ""] = thing.id.split("/");
  switch (thing.kind) {
    case "program":
      return path`/programs/${program}`;
    case "terms":
      return path`/programs/${program}/terms/${terms}`;
    case "version":
      return path`/programs/${program}/terms/${terms}/versions/${eventOrVersion}`;
    case "personal-payout":
      return path`/programs/${program}/terms/${terms}/events/${eventOrVersion}`;
    case "conversion":
      return `${path`/programs/${program}/conversions`}?${new URLSearchParams({ conversion: thing.id })}`;
    case "payout-run":
      return path`/programs/${program}/payouts/${thing.id}`;
    case "customer":
      return `${path`/programs/${program}/customers`}?search=${encodeURIComponent(thing.id)}`;
    case "bulk-edit":
      return path`/programs/${program}/bulk-edits/${thing.id}`;
    default:
      return path`/programs/${program}/members`;
  }
}
