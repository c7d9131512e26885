import type { Report } from "@firstmatch/shared-types";
import { useId } from "react";
import { Link } from "react-router";
import { MoreButton } from "../../components/MoreButton.tsx";
import { useSomeRows } from "../../components/use-some-rows.ts";
import { useTermsList } from "../terms/terms-queries.ts";
import css from "./Report.module.css";
import { placeInWords, rulePath } from "./rule-place.ts";

/** As many as are drawn at once. */
const GROUPS = 30;

interface NeverFiredProps {
  program: string;
  groups: Report["neverFired"];
}

/** Groups that nothing was decided by: too strict, below one that takes everything, or for something that did not occur. */
export function NeverFired({ program, groups }: NeverFiredProps) {
  const heading = useId();
  const { items: terms } = useTermsList(program);
  const { shown, more } = useSomeRows(groups, GROUPS);
  return (
    <section className={css.card} aria-labelledby={heading}>
      <h2 id={heading}>Groups that never fired in these days</h2>
      {groups.length === 0 ? (
        <p className={css.gist}>Every payout group in force decided something.</p>
      ) : (
        <>
          <p className={css.gist}>{neverInWords(groups.length)}</p>
          <ul className={css.never} aria-labelledby={heading}>
            {shown.map((group) => (
              <li key={JSON.stringify([group.terms, group.eventType, group.id])}>
                <Link to={rulePath(program, group)}>{group.name}</Link>
                <small>{placeInWords(group, terms)}</small>
              </li>
            ))}
          </ul>
          <MoreButton more={more} />
        </>
      )}
    </section>
  );
}

const neverInWords = (count: number): string =>
  count === 1
    ? "It is in force, and nothing was decided by it."
    : `These ${count.toLocaleString("en")} are in force, and nothing was decided by them.`;
