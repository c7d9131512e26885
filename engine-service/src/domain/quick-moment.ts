/**
 * Reads a moment as nearly all are sent, "2026-11-20T10:00:00Z", with or without milliseconds, in a fifth of the time that
 * the calendar takes. NaN for whatever else.
 *
 * @returns milliseconds since 1970
 */
export function quickMoment(text: string): number {
  const { length } = text;
  const isLong = length === 24 && text[19] === ".";
  if (!isLong && length !== 20) return Number.NaN;
  const isMarked = text[4] === "-" && text[7] === "-" && text[10] === "T" && text[13] === ":" && text[16] === ":";
  if (!isMarked || text[length - 1] !== "Z") return Number.NaN;
  // One that is no digit makes the sum NaN, and every comparison false.
  const year = two(text, 0) * 100 + two(text, 2);
  const [month, day] = [two(text, 5), two(text, 8)];
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)];
  const milliseconds = isLong ? two(text, 20) * 10 + digit(text, 22) : 0;
  // Date.UTC takes years below 100 for years of the last century.
  const isPlain = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(month, year);
  return isPlain && hour < 24 && minute < 60 && second < 60
    ? Date.UTC(year, month - 1, day, hour, minute, second, milliseconds)
    : Number.NaN;
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

function digit(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
}
