import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { usePartnerPage } from "../partners/use-partner-page.ts";

/** What was recorded for one partner. */
export function PartnerConversions() {
  const partner = usePartnerPage();
  usePageTitle("Conversions", partner.name);
  return <EmptyState title="Conversions">What was recorded for this partner, program by program.</EmptyState>;
}
