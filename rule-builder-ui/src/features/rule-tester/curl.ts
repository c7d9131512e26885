/** The argument as one word of a POSIX shell, whatever characters it holds. */
export const shellQuote = (argument: string): string => `'${argument.replaceAll("'", `'\\''`)}'`;

interface Service {
  origin: string;
  /** Whether the service asks for a key; it is taken from the shell, so that none is ever copied along. */
  signIn: boolean;
}

/** A command line that asks the running service for the same decision, by the published terms and the recorded past. */
export const evaluateCurl = (service: Service, program: string, event: Record<string, unknown>): string =>
  curl(service, "/evaluate", { ...event, program, explain: true });

/** One that asks by the terms and the past that are sent along. */
export const simulateCurl = (service: Service, question: object): string => curl(service, "/simulate", question);

function curl({ origin, signIn }: Service, path: string, question: object): string {
  const body = JSON.stringify(question, null, 2);
  return [
    `curl -sS ${shellQuote(`${origin}${path}`)}`,
    ...(signIn ? ['-H "Authorization: Bearer $FIRSTMATCH_KEY"'] : []),
    "-H 'content-type: application/json'",
    `--data-raw ${shellQuote(body)}`,
  ].join(" \\\n  ");
}
