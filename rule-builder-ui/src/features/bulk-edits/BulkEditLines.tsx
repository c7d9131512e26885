import type { BulkEditLine } from "@firstmatch/shared-types";
import { ScrolledTable } from "../../components/ScrolledTable.tsx";
import css from "./BulkEditLines.module.css";
import { RESULTS, type Tense } from "./count-words.ts";

interface BulkEditLinesProps {
  lines: readonly BulkEditLine[];
  tense: Tense;
}

/** For whom what changes, or changed. */
export const BulkEditLines = ({ lines, tense }: BulkEditLinesProps) => (
  <ScrolledTable
    label={tense === "preview" ? "What would change" : "Lines of the report"}
    columns={["Result", "Member", "What"]}
  >
    {lines.map(({ partner, name, result, sentence }) => (
      <tr key={partner}>
        <td>
          <span className={css.result} data-result={result}>
            {RESULTS[tense][result]}
          </span>
        </td>
        <td>
          <span className={css.name}>{name}</span> <code>{partner}</code>
        </td>
        <td>{sentence}</td>
      </tr>
    ))}
  </ScrolledTable>
);
