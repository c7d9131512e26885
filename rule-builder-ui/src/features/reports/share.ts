import { Decimal } from "@firstmatch/shared-types";

/** How much of the whole a part is, 0 to 1; 0 of nothing. */
export function shareOf(part: string | number, whole: string | number): number {
  const all = new Decimal(whole);
  return all.isZero() ? 0 : new Decimal(part).dividedBy(all).toNumber();
}

/** `38 %`; what is not nothing never reads as 0 %, and what is not all never as 100 %. */
export function shareInWords(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return "under 1 %";
  if (percent === 100 && share < 1) return "over 99 %";
  return `${percent} %`;
}
