import type { VersionSummary } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { Moment } from "../../components/Moment.tsx";

interface LatestVersionProps {
  latest: VersionSummary | null;
  timezone: string;
}

/** Where the published terms stand, beside the draft that is on the screen. */
export function LatestVersion({ latest, timezone }: LatestVersionProps) {
  return (
    <Text size="sm" c="dimmed">
      {latest === null ? (
        "Never published: these terms decide nothing yet."
      ) : (
        <>
          {Date.parse(latest.inForceFrom) > Date.now()
            ? `Version ${latest.version} is published and will be in force from `
            : `Version ${latest.version} is in force since `}
          <Moment at={latest.inForceFrom} timezone={timezone} />. What stands here is the draft.
        </>
      )}
    </Text>
  );
}
