import { Decimal } from "decimal.js";
export const ten: number = new Decimal(10).toNumber();
