import { termsChanges, type Version } from "@firstmatch/shared-types";
import { Anchor, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { Moment } from "../../components/Moment.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { ChangeList } from "../terms/ChangeList.tsx";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";
import { spansOf } from "./in-force.ts";
import { RestoreButton } from "./RestoreButton.tsx";
import { StandingBadge } from "./VersionRow.tsx";
import { VersionRules } from "./VersionRules.tsx";
import { useVersion, useVersions } from "./version-queries.ts";

/** One published version, to be read. */
export function VersionPage() {
  const { version: number = "" } = useParams();
  const { program, terms } = useDraftPlace();
  const { data: version, error, isPending } = useVersion(program, terms, Number(number));
  usePageTitle(`Version ${number}`, version?.terms.name);
  return (
    <>
      <Anchor component={Link} to={`/programs/${program}/terms/${terms}/versions`} size="sm">
        All versions
      </Anchor>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons />}
      {version && <ReadVersion version={version} />}
    </>
  );
}

function ReadVersion({ version }: { version: Version }) {
  const { program, terms: id } = useDraftPlace();
  const { terms: draft } = useDraft();
  const { items } = useVersions(program, id);
  const [view, setView] = useState("rules");
  const { author, note, publishedAt, terms } = version;
  const changes = useMemo(() => termsChanges(terms, draft), [terms, draft]);
  return (
    <Stack gap="md" mt="xs">
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={2} size="h3">
            Version {version.version}
          </Title>
          <StandingBadge span={spansOf(items).get(version.version)} />
        </Group>
        <Group gap="xs">
          <SegmentedControl
            aria-label="What to show"
            data={[
              { value: "rules", label: "Its rules" },
              { value: "draft", label: "What the draft changes" },
            ]}
            value={view}
            onChange={setView}
          />
          <RestoreButton version={version.version} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        Published by {author}, <Moment at={publishedAt} timezone={terms.timezone} />
        {note && `: ${note}`}
      </Text>
      {view === "rules" ? (
        <VersionRules terms={terms} />
      ) : (
        <ChangeList changes={changes} none={`The draft reads the same as version ${version.version}.`} />
      )}
    </Stack>
  );
}
