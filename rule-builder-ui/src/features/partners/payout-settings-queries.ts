import { listPayoutSettings } from "../../api/payout-settings.ts";
import { usePages } from "../../components/use-pages.ts";

export const usePayoutSettings = (partner: string) =>
  usePages(["payout-settings", partner], (cursor) => listPayoutSettings(partner, cursor));
