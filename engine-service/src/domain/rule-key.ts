import type { Decision, RuleMatch } from "@firstmatch/shared-types";

/** Names a rule across versions: "standard/sale/group/new-200". The ids before the last hold no slash, or are escaped. */
export const ruleKey = (
  { terms, eventType }: Pick<Decision, "terms" | "eventType">,
  { kind, id }: Pick<RuleMatch, "kind" | "id">,
): string => [terms.id ?? "", encodeURIComponent(eventType), kind, id ?? ""].join("/");

export function readRuleKey(key: string): {
  terms: string;
  eventType: string;
  kind: RuleMatch["kind"];
  id: string | null;
} {
  const [terms = "", eventType = "", kind, ...id] = key.split("/");
  return { terms, eventType: decodeURIComponent(eventType), kind: kind as RuleMatch["kind"], id: id.join("/") || null };
}
