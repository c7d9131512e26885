/** What groups ask for and events carry. As many values of each as a middle-sized program has. */

const numbered = (count: number, name: (nth: number) => string) =>
  Array.from({ length: count }, (_, at) => name(at + 1));

/** Of the partners, sites, brands and categories that events come with, only the first third is named by any group. */
export const named = <T>(values: readonly T[]): readonly T[] => values.slice(0, values.length / 3);

export const PARTNERS = numbered(1_500, (nth) => `partner-${nth}`);
export const PROMO_CODES = numbered(300, (nth) => `SAVE${String(nth).padStart(3, "0")}`);
export const SITES = numbered(600, (nth) => `blog${nth}`);
export const BRANDS = numbered(180, (nth) => `Brand ${nth}`);
export const CATEGORIES = numbered(72, (nth) => `Category ${nth}`);
export const STATUSES = ["New", "Existing", "Returning"];
export const DEVICES = ["mobile", "desktop", "tablet"];
export const COUNTRIES =
  "US CA MX BR AR CL CO GB IE FR DE NL BE ES PT IT CH AT DK SE NO FI PL CZ HU RO GR TR IL AE SA IN JP KR SG AU NZ ZA NG EG".split(
    " ",
  );

/** Of the year whose days the windows name. */
export const YEAR = 2026;
export const HIGHEST_TOTAL = 500;

export const siteUrl = (site: string, page: number): string => `https://www.${site}.example/posts/${page}?ref=feed`;
