/** Decimals of so many characters differ as doubles whenever they differ. */
const EXACT_LENGTH = 15;

/** By digits behind the point. All are exact doubles, so a quotient with one is the double that is next to the decimal. */
const POWERS = Array.from({ length: EXACT_LENGTH }, (_, digits) => 10 ** digits);

const [POINT, ZERO] = [46, 48];

/**
 * The double that compares with others of its kind as the decimals do; undefined where none is sure to. Read letter by
 * letter, which takes a third of the time of a regular expression and Number: most events have an amount to compare.
 */
export function exactNumber(text: unknown): number | undefined {
  if (typeof text !== "string" || text.length > EXACT_LENGTH) return undefined;
  let number = 0;
  let behind = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && behind === -1 && at > 0) behind = text.length - at - 1;
    else if (code < ZERO || code > ZERO + 9) return undefined;
    else number = number * 10 + code - ZERO;
  }
  if (text === "" || behind === 0) return undefined;
  return behind === -1 ? number : number / (POWERS[behind] as number);
}
