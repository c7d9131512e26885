import { formatDate, type VersionSummary } from "@firstmatch/shared-types";
import { Select } from "@mantine/core";
import { toLocal } from "../../components/local-time.ts";
import styles from "./rule-tester.module.css";

interface Props {
  documentName: string;
  versions: readonly VersionSummary[];
  timezone: string;
  against: number | "draft";
  onChange: (value: number | "draft") => void;
}

/** Which document is asked: the draft as it stands on screen, or a published version. */
export function VersionSelect({ documentName, versions, timezone, against, onChange }: Props) {
  const published = versions.toSorted((left, right) => right.version - left.version);
  const chosen = published.find(({ version }) => version === against);
  const since = chosen && toLocal(chosen.inForceFrom, timezone);
  return (
    <Select
      label="Test against"
      description={
        since === undefined
          ? "As it stands on screen, saved or not"
          : `In force from ${formatDate(since)} (${timezone})`
      }
      data={[
        { value: "draft", label: `Draft of ${documentName}` },
        ...published.map(({ version, note }) => ({
          value: String(version),
          label: note === "" ? `Version ${version}` : `Version ${version}: ${firstLine(note)}`,
        })),
      ]}
      value={String(against)}
      onChange={(wanted) => wanted !== null && onChange(wanted === "draft" ? "draft" : Number(wanted))}
      allowDeselect={false}
      withScrollArea={false}
      classNames={{ options: styles.options ?? "" }}
      searchable={published.length > 10}
    />
  );
}

const firstLine = (note: string): string => {
  const line = note.split("\n")[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
