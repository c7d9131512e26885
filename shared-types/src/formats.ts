import { minorUnit, readDecimal } from "./amount.ts";
import { dateForm } from "./dates.ts";

/** How numbers, money and dates read in sentences: always in English, so that screens, logs and tests agree. */

/** Intl knows no more digits after the point than this; a longer number is shown as it is written. */
const MOST_DIGITS = 20;

/** Made once for each: to make one takes longer than to format a hundred numbers with it, and previews format thousands. */
const made = <Options, Format>(make: (options: Options) => Format): ((options: Options) => Format) => {
  const formats = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = formats.get(key) ?? make(options);
    formats.set(key, format);
    return format;
  };
};
const numberFormat = made((options: Intl.NumberFormatOptions) => new Intl.NumberFormat("en", options));
const dayFormat = made((timeZone: string) => new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone }));
const momentFormat = made(
  (timeZone: string) =>
    new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone }),
);

const MOST_KEPT = 1_000;

/** A list says the same amounts and days over and over; to format one again takes longer than to have kept it. */
function kept<Texts extends string[]>(format: (...texts: Texts) => string): (...texts: Texts) => string {
  const known = new Map<string, string>();
  return (...texts) => {
    const key = texts.join("\n");
    const formatted = known.get(key) ?? format(...texts);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, formatted);
    return formatted;
  };
}

/** Only what an amount or percent can be: "1e3" and "Infinity" are shown as they were typed. */
function formatDecimal(text: string, options: Intl.NumberFormatOptions, leastDigits: number): string | undefined {
  const read = readDecimal(text);
  if (read === undefined || read.decimalPlaces() > MOST_DIGITS) return undefined;
  const digits = Math.max(read.decimalPlaces(), leastDigits);
  const format = numberFormat({ ...options, minimumFractionDigits: digits, maximumFractionDigits: digits });
  // As text, Intl formats every digit; as a number it would lose those after the sixteenth.
  return format.format(read.toFixed() as `${number}`);
}

/** "1234.5" → `1,234.5`; whatever is no decimal stays as typed. */
export const formatNumber = kept((text: string): string => formatDecimal(text, {}, 0) ?? text);

/** "7.50" → `7.5 %`. */
export const formatPercent = (text: string): string => `${formatNumber(text)} %`;

/** "5" → `$5.00`: money that is paid, with the digits of the currency's minor unit. */
export const formatAmount = kept(
  (text: string, currency: string): string =>
    formatDecimal(text, { style: "currency", currency }, minorUnit(currency)) ?? `${currency} ${text}`,
);

/** "200" → `$200`, "200.5" → `$200.50`: money that something is compared with. */
export const formatThreshold = kept((text: string, currency: string): string =>
  readDecimal(text)?.isInteger()
    ? (formatDecimal(text, { style: "currency", currency }, 0) ?? `${currency} ${text}`)
    : formatAmount(text, currency),
);

/** "2026-11-20" → `Nov 20, 2026`, "2026-11-20T10:00" → `Nov 20, 2026, 10:00`; a moment with an offset keeps it. */
export const formatDate = kept((text: string): string => {
  const form = dateForm(text);
  if (form === undefined) return text;
  const day = dayFormat("UTC").format(new Date(`${text.slice(0, 10)}T00:00:00Z`));
  if (form === "day") return day;
  const [, time = "", offset = ""] = /^(.*?)(Z|[+-]\d{2}:?\d{2})?$/.exec(text.slice(11)) ?? [];
  const zone = offset === "" ? "" : offset === "Z" ? " UTC" : ` UTC${offset}`;
  return `${day}, ${time.replace(/^(\d{2}:\d{2}):00(\.0+)?$/, "$1")}${zone}`;
});

/** A moment in a time zone: `Dec 1, 2026, 00:00`. */
export const formatMoment = (moment: string, timezone: string): string =>
  momentFormat(timezone).format(new Date(moment));
