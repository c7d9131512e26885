import type { VersionSummary } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { Moment } from "../../components/Moment.tsx";
import { isInForceLater } from "./in-force.ts";

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
          {isInForceLater(latest)
            ? `Version ${latest.version} is published and will be in force from `
            : `Version ${latest.version} is in force since `}
          <Moment at={latest.inForceFrom} timezone={timezone} />. What stands here is the draft.
        </>
      )}
    </Text>
  );
}
