/**
 * The form in which texts are compared: without regard to case, after Unicode NFC (contract 3.3).
 *
 * Down, up, and down again letter by letter: going up makes "straße" equal "STRASSE", going down before also "STRAẞE",
 * and the last step looks at single letters, because a Greek sigma at the end of a word is lowered differently.
 */
export function foldText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range, where lower case is all there is to do
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  let folded = "";
  for (const letter of text.normalize("NFC").toLowerCase().toUpperCase()) folded += letter.toLowerCase();
  return folded.normalize("NFC");
}
