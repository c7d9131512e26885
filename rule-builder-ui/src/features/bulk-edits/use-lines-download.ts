import { useMutation } from "@tanstack/react-query";
import { listBulkEditLines } from "../../api/bulk-edits.ts";
import { everyPage } from "../../api/every-page.ts";
import { csv } from "../../components/csv.ts";
import { download } from "../../components/download.ts";
import { slugOf } from "../../components/free-id.ts";
import { RESULTS } from "./count-words.ts";

const LARGEST_PAGE = 100;

/** All lines of a report as a table for spreadsheets. */
export const useLinesDownload = (program: string, id: string, title: string) =>
  useMutation({
    mutationFn: async () => {
      const lines = await everyPage((cursor) => listBulkEditLines(program, id, undefined, cursor, LARGEST_PAGE));
      const rows = lines.map(({ partner, name, result, sentence }) => [
        partner,
        name,
        RESULTS.report[result],
        sentence,
      ]);
      const file = `${program}-${slugOf(title) || "bulk-edit"}.csv`;
      download(file, csv([["partner", "name", "result", "what"], ...rows]), "text/csv");
    },
  });
