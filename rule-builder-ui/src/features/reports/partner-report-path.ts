import { partnerPath } from "../partners/partner-path.ts";
import type { Days } from "./period.ts";

/** The address of what one partner's conversions in a program came to; this month's, where no days are named. */
export const partnerReportPath = (partner: string, program: string, days?: Days): string =>
  `${partnerPath(partner)}/report?${new URLSearchParams({ program, ...(days && { period: "other", ...days }) })}`;
