/** The argument as one word of a POSIX shell, whatever characters it holds. */
export const shellQuote = (argument: string): string => `'${argument.replaceAll("'", `'\\''`)}'`;

/**
 * A command line that asks the running service for the same decision.
 *
 * @param signIn whether the service asks for a key; it is taken from the shell, so that none is ever copied along
 */
export function evaluateCurl(origin: string, program: string, event: Record<string, unknown>, signIn: boolean): string {
  const body = JSON.stringify({ ...event, program, explain: true }, null, 2);
  return [
    `curl -sS ${shellQuote(`${origin}/evaluate`)}`,
    ...(signIn ? ['-H "Authorization: Bearer $FIRSTMATCH_KEY"'] : []),
    "-H 'content-type: application/json'",
    `--data-raw ${shellQuote(body)}`,
  ].join(" \\\n  ");
}
