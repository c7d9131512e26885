import type { VersionSummary } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Moment } from "../../components/Moment.tsx";
import { type Span, standingOf } from "./in-force.ts";
import { RestoreButton } from "./RestoreButton.tsx";

interface VersionRowProps {
  version: VersionSummary;
  /** When it decides; undefined for one that never did. */
  span: Span | undefined;
  timezone: string;
}

export function VersionRow({ version: { version, author, note, publishedAt }, span, timezone }: VersionRowProps) {
  return (
    <LinkRow
      to={String(version)}
      title={`Version ${version}`}
      marks={<StandingBadge span={span} />}
      actions={<RestoreButton version={version} />}
    >
      {note && (
        <>
          {note}
          <br />
        </>
      )}
      Published by {author}, <Moment at={publishedAt} timezone={timezone} />
      {span && (
        <>
          {" · in force from "}
          {span.from === null ? "the beginning" : <Moment at={span.from} timezone={timezone} />}
          {span.until && (
            <>
              {" until "}
              <Moment at={span.until} timezone={timezone} />
            </>
          )}
        </>
      )}
    </LinkRow>
  );
}

export function StandingBadge({ span }: { span: Span | undefined }) {
  const standing = span && standingOf(span, Date.now());
  if (standing === "in-force") return <Badge color="green">In force now</Badge>;
  if (standing === "later") return <Badge color="orange">In force later</Badge>;
  return <Badge color="gray">{standing === "past" ? "Was in force" : "Never in force"}</Badge>;
}
