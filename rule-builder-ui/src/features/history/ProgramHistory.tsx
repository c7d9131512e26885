import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { HistoryView } from "./HistoryView.tsx";

/** Every change of a program: of itself, its terms, members, codes, links. Times are the program's. */
export function ProgramHistory() {
  const { id, name, timezone } = useProgramPage();
  usePageTitle("History", name);
  return <HistoryView about={{ program: id }} timezone={timezone} />;
}
