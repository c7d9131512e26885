import { PayoutSettings, page } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

/** What a partner is paid in each of its programs. */
export const listPayoutSettings = (partner: string, cursor?: string | null) =>
  request(page(PayoutSettings), path`/api/partners/${partner}/payout-settings` + query({ cursor }));
