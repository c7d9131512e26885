import css from "./BarChart.module.css";
import { ticksUpTo } from "./ticks.ts";

export interface BarColumn {
  key: string;
  /** Below the axis, where there is room for it. */
  short: string;
  /** Above the bars' values when the column is pointed at. */
  title: string;
  /** One bar for each of the names; not below zero. */
  values: readonly number[];
}

interface BarChartProps {
  columns: readonly BarColumn[];
  /** What the bars stand for, at most two: the second is striped, so that they are told apart without colour. */
  names: readonly string[];
  /** As it reads on the axis: rounded, short. */
  axis: (value: number) => string;
  /** As it reads when a column is pointed at. */
  exact: (column: number, name: number) => string;
  whole?: boolean;
}

/** About so many labels stand below the axis; half of them in a narrow place. */
const LABELS = 8;

/**
 * Bars over time, for the eye alone: whoever shows it puts the same figures in words and in a table beside it, which
 * every reader, key and pointer can get at.
 */
export function BarChart({ columns, names, axis, exact, whole = false }: BarChartProps) {
  const ticks = ticksUpTo(Math.max(0, ...columns.flatMap(({ values }) => values)), whole);
  const top = ticks.at(-1) ?? 1;
  const every = Math.ceil(columns.length / LABELS);
  const percent = (value: number) => `${(value / top) * 100}%`;
  return (
    <div className={css.chart} aria-hidden>
      {names.length > 1 && (
        <ul className={css.legend}>
          {names.map((name, at) => (
            <li key={name}>
              <span className={css.bar} data-name={at} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className={css.field}>
        {ticks.map((tick) => (
          <div key={tick} className={css.tick} style={{ bottom: percent(tick) }}>
            <span>{axis(tick)}</span>
          </div>
        ))}
        <div
          className={css.columns}
          data-many={columns.length > 40 || undefined}
          data-single={names.length === 1 || undefined}
        >
          {columns.map(({ key, short, title, values }, at) => (
            <div key={key} className={css.column} data-end={at >= columns.length / 2 || undefined}>
              {values.map((value, name) => (
                <div key={names[name]} className={css.bar} data-name={name} style={{ height: percent(value) }} />
              ))}
              {at % every === 0 && (
                <span className={css.label} data-odd={(at / every) % 2 === 1 || undefined}>
                  {short}
                </span>
              )}
              <div className={css.hint}>
                <strong>{title}</strong>
                {names.map((name, each) => (
                  <span key={name}>
                    {name} <b>{exact(at, each)}</b>
                  </span>
                ))}
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
