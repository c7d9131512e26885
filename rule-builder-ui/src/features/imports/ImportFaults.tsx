import type { ImportReport } from "@firstmatch/shared-types";
import { Button, Group, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { download } from "../../components/download.ts";
import { ScrolledTable } from "../../components/ScrolledTable.tsx";
import type { ChosenFile } from "./chosen-file.ts";
import { faultyLines } from "./faulty-lines.ts";
import css from "./Imports.module.css";

interface ImportFaultsProps {
  report: ImportReport;
  file: ChosenFile;
}

/** What is wrong, line by line, and the lines as a file to be mended. */
export function ImportFaults({ report: { faults, counts }, file }: ImportFaultsProps) {
  if (faults.length === 0) return null;
  const lines = new Set(faults.map(({ line }) => line));
  const some = lines.size < counts.faulty;
  const save = async () =>
    download(
      `to-mend-${file.name}`,
      faultyLines(await file.content.text(), file.content.type, lines),
      file.content.type,
    );
  return (
    <section aria-label="Faulty lines">
      <Group justify="space-between" gap="sm" mb="xs">
        <Title order={3} size="h5">
          {some ? `The first ${lines.size} of ${counts.faulty.toLocaleString("en")} faulty lines` : "Faulty lines"}
        </Title>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
          {lines.size === 1 ? "Download the line to mend" : `Download these ${lines.size} lines to mend`}
        </Button>
      </Group>
      <ScrolledTable label="What is wrong" columns={["Line", "Field", "What is wrong"]} className={css.faults}>
        {faults.map(({ line, pointer, message }) => (
          <tr key={`${line} ${pointer} ${message}`}>
            <td>{line.toLocaleString("en")}</td>
            <td>
              {pointer === "" ? (
                <Text span size="sm" c="dimmed">
                  whole line
                </Text>
              ) : (
                <code>{pointer.slice(1)}</code>
              )}
            </td>
            <td>{message}</td>
          </tr>
        ))}
      </ScrolledTable>
    </section>
  );
}
