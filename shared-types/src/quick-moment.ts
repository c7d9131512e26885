const [DASH, POINT, ZERO, COLON, T, Z] = [45, 46, 48, 58, 84, 90];
/** Instead of a number: more than any part of a moment can be. */
const NO_NUMBER = 1_000;

/** Days of a common year before each month. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Days from the beginning of the year 1 to that of 1970. */
const BEFORE_1970 = 719_162;

/**
 * Reads a moment as nearly all are sent, "2026-11-20T10:00:00Z", with or without milliseconds, in a tenth of the time that
 * the calendar takes. NaN for whatever else.
 *
 * @returns milliseconds since 1970
 */
export function quickMoment(text: string): number {
  const { length } = text;
  const isLong = length === 24 && text.charCodeAt(19) === POINT;
  if (!isLong && length !== 20) return Number.NaN;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(10) !== T) return Number.NaN;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON || text.charCodeAt(length - 1) !== Z)
    return Number.NaN;
  const century = two(text, 0);
  const ofCentury = two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const hundredths = isLong ? two(text, 20) : 0;
  const thousandth = isLong ? digit(text, 22) : 0;
  // Dates of the first hundred years are left to the calendar.
  if (century < 1 || century > 99 || ofCentury > 99 || month < 1 || month > 12 || day < 1) return Number.NaN;
  if (hour > 23 || minute > 59 || second > 59 || hundredths > 99 || thousandth > 9) return Number.NaN;
  const year = century * 100 + ofCentury;
  const leapDay = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const before = BEFORE_MONTH[month - 1] as number;
  if (day > (BEFORE_MONTH[month] as number) - before + (month === 2 ? leapDay : 0)) return Number.NaN;
  const days = daysBefore(year) + before + (month > 2 ? leapDay : 0) + day - 1;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000 + hundredths * 10 + thousandth;
}

/** Days from 1970 to the beginning of a year, as the Gregorian calendar counts them. */
function daysBefore(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - BEFORE_1970;
}

function two(text: string, at: number): number {
  const tens = digit(text, at);
  return tens > 9 ? NO_NUMBER : tens * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : NO_NUMBER;
}

/** @param text a moment, however it is written. @returns milliseconds since 1970 */
export function momentOf(text: string): number {
  const quick = quickMoment(text);
  return Number.isNaN(quick) ? Date.parse(text) : quick;
}
