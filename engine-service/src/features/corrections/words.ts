import { fromMinor } from "../../domain/minor-units.ts";
import type { Kept } from "./correction.ts";

/** "12.50 USD" */
export const amountIn = ({ currency }: Pick<Kept, "currency">, minor: number): string =>
  `${fromMinor(minor, currency)} ${currency}`;
