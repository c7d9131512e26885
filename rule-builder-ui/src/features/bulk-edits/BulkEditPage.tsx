import { useParams } from "react-router";
import { Crumbs } from "../../components/Crumbs.tsx";
import { ErrorPage } from "../../components/ErrorPage.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { BulkEditReport } from "./BulkEditReport.tsx";
import { useBulkEdit } from "./bulk-edit-queries.ts";

/** One bulk edit by itself: whoever comes back to it, or reloads, finds it where it is by then. */
export function BulkEditPage() {
  const program = useProgramPage();
  const { id = "" } = useParams();
  const { data: edit, error } = useBulkEdit(program.id, id);
  usePageTitle(edit?.title ?? "Bulk edit", program.name);
  if (edit === undefined && error) return <ErrorPage error={error} />;
  return (
    <>
      <Crumbs crumbs={[{ label: "All bulk edits", to: `/programs/${program.id}/bulk-edits` }]} />
      <div style={{ marginTop: 8 }}>
        <BulkEditReport program={program} edit={edit} error={error} />
      </div>
    </>
  );
}
