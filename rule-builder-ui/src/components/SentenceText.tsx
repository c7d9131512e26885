import type { Sentence } from "@firstmatch/shared-types";
import css from "./SentenceText.module.css";

/** A sentence with its chosen values and its joints set apart. */
export function SentenceText({ sentence }: { sentence: Sentence }) {
  return sentence.map((part, at) => {
    if (part.emphasis === undefined) return part.text;
    const Tag = part.emphasis === "value" ? "b" : "strong";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no identity but their place
      <Tag key={at} className={css[part.emphasis]}>
        {part.text}
      </Tag>
    );
  });
}
