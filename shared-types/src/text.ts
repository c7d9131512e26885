/**
 * The form in which texts are compared: without regard to case, after Unicode NFC (contract 3.3).
 *
 * Upper case first, so that "straße" equals "STRASSE"; then down again letter by letter, because lowering a whole word
 * would make a Greek sigma depend on whether it stands at the end.
 */
export function foldText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range, where lower case is all there is to do
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  let folded = "";
  for (const letter of text.normalize("NFC").toUpperCase()) folded += letter.toLowerCase();
  return folded.normalize("NFC");
}
