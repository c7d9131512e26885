import { LIMITS } from "@firstmatch/shared-types";
import type { Request } from "express";
import { isPlainText } from "../../http/json.ts";
import { deviceFacts } from "./device-facts.ts";

/**
 * The facts of a click that a visitor's request tells; what cannot be kept is left out.
 *
 * @param named what the tracking link says itself
 * @param countryHeader the header in which the proxy names the visitor's country, if one does
 */
export function visitFacts(
  request: Request,
  named: { source: string | undefined; subSource: string | undefined },
  countryHeader: string | undefined,
): Record<string, string> {
  const facts = {
    ...named,
    country: countryHeader === undefined ? undefined : countryOf(request.get(countryHeader)),
    referralUrl: request.get("referer"),
    ...deviceFacts(request.get("user-agent")),
    language: request.acceptsLanguages().find((language) => language !== "*"),
  };
  return Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string] => isFactText(fact[1])));
}

const isFactText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= LIMITS.textLength && isPlainText(value);

/** Proxies say XX where they do not know, and T1 for Tor. */
const countryOf = (text = ""): string | undefined =>
  /^[a-z]{2}$/i.test(text) && text.toUpperCase() !== "XX" ? text.toUpperCase() : undefined;
