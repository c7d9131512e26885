import type { BulkEditLine } from "@firstmatch/shared-types";
import css from "./BulkEditLines.module.css";
import { RESULTS, type Tense } from "./count-words.ts";

interface BulkEditLinesProps {
  lines: readonly BulkEditLine[];
  tense: Tense;
}

/** For whom what changes, or changed. Plain elements: there may be hundreds. */
export const BulkEditLines = ({ lines, tense }: BulkEditLinesProps) => (
  <section
    className={css.frame}
    aria-label={tense === "preview" ? "What would change" : "Lines of the report"}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must be able to get into it
    tabIndex={0}
  >
    <table className={css.lines}>
      <thead>
        <tr>
          <th scope="col">Result</th>
          <th scope="col">Member</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
  </section>
);
