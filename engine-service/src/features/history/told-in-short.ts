import type { TermsChange } from "@firstmatch/shared-types";

const AT_MOST = 3;

/** The first changes as sentences, and how many more there are. */
export function toldInShort(changes: readonly TermsChange[]): string {
  if (changes.length === 0) return "Nothing that it says is different";
  const more = changes.length - AT_MOST;
  return [
    ...changes.slice(0, AT_MOST).map(({ sentence }) => sentence),
    ...(more > 0 ? [`and ${more} more ${more === 1 ? "change" : "changes"}`] : []),
  ].join("; ");
}
