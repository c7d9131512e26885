import type { RefusedPostback } from "@firstmatch/shared-types";
import { Moment } from "../../components/Moment.tsx";
import css from "./Postback.module.css";

interface RefusedPostbackRowProps {
  refused: RefusedPostback;
  timezone: string;
}

/** What was wrong; opened, also what came. */
export function RefusedPostbackRow({ refused, timezone }: RefusedPostbackRowProps) {
  const { at, firstAt, times, method, by, parameters, body, problem } = refused;
  return (
    <li>
      <details className={css.refused}>
        <summary>
          <span className={css.when}>
            <Moment at={at} timezone={timezone} />
          </span>
          <span className={css.status}>{problem.status}</span>
          <span>{problem.detail}</span>
          {times > 1 && <span className={css.times}>{times.toLocaleString("en")} times</span>}
        </summary>
        <div className={css.details}>
          {problem.errors.length > 1 && (
            <ul aria-label="Faults">
              {problem.errors.map(({ pointer, message }) => (
                <li key={`${pointer} ${message}`}>
                  <code>{pointer}</code> {message}
                </li>
              ))}
            </ul>
          )}
          <p>
            {method}, by “{by}”
            {times > 1 && (
              <>
                , first <Moment at={firstAt} timezone={timezone} />
              </>
            )}
          </p>
          <dl aria-label="What came">
            {parameters.map(({ name, value }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and that is the fault
              <div key={at}>
                <dt>{name}</dt>
                <dd>{value === "" ? <span className={css.none}>empty</span> : value}</dd>
              </div>
            ))}
          </dl>
          {body !== null && <pre>{body}</pre>}
        </div>
      </details>
    </li>
  );
}
