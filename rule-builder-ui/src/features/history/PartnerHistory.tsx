import { usePageTitle } from "../../components/use-page-title.ts";
import { usePartnerPage } from "../partners/use-partner-page.ts";
import { HistoryView } from "./HistoryView.tsx";

/** Every change that concerns a partner, in all programs. */
export function PartnerHistory() {
  const { id, name } = usePartnerPage();
  usePageTitle("History", name);
  return <HistoryView about={{ partner: id }} />;
}
