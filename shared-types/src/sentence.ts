/** A sentence that screens can mark up and logs can print. `value`: what the manager chose; `joint`: the and / or / not between. */
export interface SentencePart {
  text: string;
  emphasis?: "value" | "joint";
}
export type Sentence = SentencePart[];

export const plainText = (sentence: readonly SentencePart[]): string => sentence.map((part) => part.text).join("");

export const words = (text: string): SentencePart => ({ text });
export const value = (text: string): SentencePart => ({ text, emphasis: "value" });
export const joint = (text: string): SentencePart => ({ text, emphasis: "joint" });

/** The sentences one after another, with the same joint between them. */
export const joinSentences = (sentences: readonly Sentence[], between: SentencePart): Sentence =>
  sentences.flatMap((sentence, at) => (at === 0 ? sentence : [between, ...sentence]));

/** `A`, `A or B`, `A, B or C`. */
export function listed(values: readonly SentencePart[], last: "or" | "and" = "or"): Sentence {
  return values.flatMap((part, at) =>
    at === 0 ? [part] : [words(at === values.length - 1 ? ` ${last} ` : ", "), part],
  );
}
