import type { Program, TermsSummary } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import type { ReactNode } from "react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LinkRow, LinkRows, RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { TermsMenu } from "./TermsMenu.tsx";
import { useTermsList } from "./terms-queries.ts";

interface TermsListProps {
  program: Program;
  onCopy: (terms: string) => void;
  /** The next step where there are none. */
  empty: ReactNode;
}

export function TermsList({ program, onCopy, empty }: TermsListProps) {
  const { items, error, isPending, more } = useTermsList(program.id);
  return (
    <>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState title="No terms yet" action={empty}>
          Terms say what each event type pays. A partner without terms of their own gets the default ones.
        </EmptyState>
      )}
      <LinkRows label="Terms">
        {items.map((terms) => (
          <LinkRow
            key={terms.id}
            to={`/programs/${program.id}/terms/${terms.id}`}
            title={terms.name}
            marks={<TermsMarks terms={terms} />}
            actions={<TermsMenu terms={terms} onCopy={() => onCopy(terms.id)} />}
          >
            {eventTypesOf(terms)}
          </LinkRow>
        ))}
      </LinkRows>
      <MoreButton more={more} />
    </>
  );
}

function TermsMarks({ terms: { isDefault, latest, draftRevision } }: { terms: TermsSummary }) {
  return (
    <>
      {isDefault && <Badge>Default</Badge>}
      <Badge color="gray">{latest === null ? "Never published" : `Version ${latest.version}`}</Badge>
      {latest !== null && latest.draftRevision !== draftRevision && <Badge color="orange">Draft differs</Badge>}
    </>
  );
}

const eventTypesOf = ({ eventTypes }: TermsSummary): string =>
  eventTypes.length === 0
    ? "No event types yet"
    : eventTypes.map(({ name, groups }) => `${name} (${groups} ${groups === 1 ? "group" : "groups"})`).join(" · ");
