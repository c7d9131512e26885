/** Decimals of so many characters differ as doubles whenever they differ. */
const EXACT_LENGTH = 15;

const SHORT_DECIMAL = /^\d+(?:\.\d+)?$/;

/** The double that compares with others of its kind as the decimals do; undefined where none is sure to. */
export const exactNumber = (text: unknown): number | undefined =>
  typeof text === "string" && text.length <= EXACT_LENGTH && SHORT_DECIMAL.test(text) ? Number(text) : undefined;
