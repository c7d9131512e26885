const DIGITS = "0748";
const LETTERS = "K7QWX2";

const repeated = (symbols: string, length: number) =>
  symbols.repeat(Math.ceil(length / symbols.length)).slice(0, length);

/** What a code of this pattern may look like for a partner called Ana Lopez: `{NAME}{NN}` gives ANALOPEZ07. */
export const codeExample = (pattern: string): string =>
  pattern
    .replaceAll("{NAME}", "ANALOPEZ")
    .replaceAll(/\{(N+)\}/g, (_, slot: string) => repeated(DIGITS, slot.length))
    .replaceAll(/\{(X+)\}/g, (_, slot: string) => repeated(LETTERS, slot.length));
