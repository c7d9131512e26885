import type { ConversionEvent, NewClick } from "@firstmatch/shared-types";
import type { DateTime } from "luxon";
import { ACME } from "./acme-outfitters.ts";
import type { Chance } from "./chance.ts";

/** Who sends Acme's customers, and how often; p-4 and p-8 are not active, so nothing is paid for theirs. */
const PARTNERS = [
  [18, "p-7"],
  [14, "p-1"],
  [12, "p-2"],
  [12, "p-10"],
  [10, "p-5"],
  [9, "p-9"],
  [8, "p-6"],
  [6, "p-3"],
  [3, "p-4"],
  [1, "p-8"],
] as const;
const CODES: Readonly<Record<string, string>> = { "p-1": "BASKET5", "p-3": "MILA15", "p-4": "TONIC", "p-7": "ANNA10" };

const USER_AGENTS = [
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
];
const REFERRERS = [
  "https://m.facebook.com/story",
  "https://www.youtube.com/watch",
  "https://deals.example/",
  "https://www.google.com/",
];

/** How a conversion came to a partner: a click recorded before it, a promo code, the partner's id, or no partner at all. */
export interface DemoSource {
  click: NewClick | null;
  facts: Partial<ConversionEvent>;
}

export function demoSource(random: Chance, eventType: string, at: DateTime, clickId: string): DemoSource {
  const partner = random.weighted(PARTNERS);
  const way = random.weighted([
    [5, "click"],
    [2, "named"],
    [2, "code"],
    [1, "nobody"],
  ] as const);
  if (way === "click" || eventType === "install") return clicked(random, partner, at, clickId);
  const promoCode = CODES[partner];
  if (way === "nobody") return { click: null, facts: {} };
  if (way === "code" && promoCode !== undefined && eventType.endsWith("sale"))
    return { click: null, facts: { promoCode } };
  return { click: null, facts: { partnerId: partner } };
}

const clicked = (random: Chance, partnerId: string, at: DateTime, clickId: string): DemoSource => ({
  click: {
    ...{ clickId, program: ACME.id, partnerId },
    clickedAt: at
      .minus({ minutes: random.between(3, 2_000) })
      .toUTC()
      .toISO() as string,
    userAgent: random.of(USER_AGENTS),
    country: random.weighted([
      [6, "US"],
      [2, "CA"],
      [1, "GB"],
      [1, "DE"],
    ]),
    source: random.of(["blog", "newsletter", "app-newsletter", "video"]),
    referralUrl: random.of(REFERRERS),
    landingUrl: "https://acme-outfitters.example/",
  },
  facts: { clickId },
});
