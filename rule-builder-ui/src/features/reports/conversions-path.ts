import type { ConversionFilter } from "@firstmatch/shared-types";
import { query } from "../../api/request.ts";

/** The address of the single conversions behind a figure. */
export const conversionsPath = (program: string, filter: ConversionFilter): string =>
  `/programs/${program}/conversions${query(filter)}`;
