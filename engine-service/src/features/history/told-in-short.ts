import type { TermsChange } from "@firstmatch/shared-types";

const AT_MOST = 3;

/** The first changes as sentences, and how many more there are. Whose it is, is said once for neighbours. */
export function toldInShort(changes: readonly TermsChange[]): string {
  if (changes.length === 0) return "Nothing that it says is different";
  const more = changes.length - AT_MOST;
  const told = changes.slice(0, AT_MOST).map(({ sentence }, at) => {
    const owner = ownerIn(sentence);
    return at > 0 && ownerIn(changes[at - 1]?.sentence ?? "") === owner ? sentence.slice(owner.length) : sentence;
  });
  return [...told, ...(more > 0 ? [`and ${more} more ${more === 1 ? "change" : "changes"}`] : [])].join("; ");
}

/** `Group “VIP”: ` */
const ownerIn = (sentence: string): string => /^(?:[^“:]*|[^“]*“.*?”): /.exec(sentence)?.[0] ?? "";
