import type { Edit } from "@firstmatch/shared-types";
import type { EditScope } from "./plan.ts";
import { limitsWords, momentName } from "./words.ts";

/** An edit in words, above its preview and its report: "Move to Gold". */
export function editTitle({ words }: EditScope, edit: Edit): string {
  switch (edit.kind) {
    case "join":
      return `Join with ${words.terms(edit.terms)}`;
    case "move": {
      const { termsFrom } = edit;
      return `Move to ${words.terms(edit.terms)}${termsFrom ? ` from ${momentName(words.timezone, termsFrom)}` : ""}`;
    }
    case "status":
      return edit.active ? "Activate" : "Deactivate";
    case "dates":
      return `Pay ${limitsWords(words, edit)}`;
    case "personal-payout":
      return `Personal payout "${edit.title}"`;
    case "remove-personal-payout":
      return `Remove personal payouts for ${edit.eventType}`;
    case "codes":
      return `${edit.active ? "Activate" : "Deactivate"} promo codes`;
    case "code-dates":
      return `Promo codes count ${limitsWords(words, edit)}`;
    case "reissue-codes":
      return "Re-issue promo codes";
    case "links":
      return `${edit.active ? "Activate" : "Deactivate"} links`;
  }
}
