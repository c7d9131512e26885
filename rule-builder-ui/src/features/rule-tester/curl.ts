/** The argument as one word of a POSIX shell, whatever characters it holds. */
export const shellQuote = (argument: string): string => `'${argument.replaceAll("'", `'\\''`)}'`;

/** A command line that asks the running service for the same decision. */
export function evaluateCurl(origin: string, program: string, event: Record<string, unknown>): string {
  const body = JSON.stringify({ ...event, program, explain: true }, null, 2);
  return [
    `curl -sS ${shellQuote(`${origin}/evaluate`)}`,
    "-H 'content-type: application/json'",
    `--data-raw ${shellQuote(body)}`,
  ].join(" \\\n  ");
}
