import type { Program } from "@firstmatch/shared-types";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { download } from "../../components/download.ts";
import { useTermsList } from "../terms/terms-queries.ts";
import { sampleCsv } from "./sample-csv.ts";

/** A file to begin with, of an event type that the program has. */
export function SampleFile({ program }: { program: Program }) {
  const { items } = useTermsList(program.id);
  const eventType = items.find(({ isDefault }) => isDefault)?.eventTypes[0]?.type ?? "sale";
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        onClick={() => download(`${program.id}-sample.csv`, sampleCsv(program, eventType, new Date()), "text/csv")}
      >
        Download a sample file
      </Button>
    </div>
  );
}
