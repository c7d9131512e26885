import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LinkRows, RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";
import { spansOf } from "./in-force.ts";
import { VersionRow } from "./VersionRow.tsx";
import { useVersions } from "./version-queries.ts";

export function VersionsPage() {
  const { program, terms: id } = useDraftPlace();
  const { terms } = useDraft();
  usePageTitle("Versions", terms.name);
  const { items, error, isPending, more } = useVersions(program, id);
  const spans = spansOf(items);
  if (!isPending && !error && items.length === 0) {
    return (
      <EmptyState title="Nothing is published yet">
        These terms decide nothing until their draft is published. Every publishing becomes a version that never changes
        again, with its note and its author.
      </EmptyState>
    );
  }
  return (
    <>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons />}
      <LinkRows label="Versions">
        {items.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            span={spans.get(version.version)}
            timezone={terms.timezone}
          />
        ))}
      </LinkRows>
      <MoreButton more={more} />
    </>
  );
}
