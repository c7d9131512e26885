/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];
/** Lines above the axis, at most. */
const LINES = 4;

/**
 * Where the lines of a chart lie: round, evenly spaced, from 0 to the first one that nothing is above.
 *
 * @param whole what is counted has no halves
 */
export function ticksUpTo(largest: number, whole: boolean): number[] {
  const rough = (largest > 0 ? largest : 1) / LINES;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const fits = (step: number) => step >= rough * (1 - 1e-9) && (!whole || Number.isInteger(step));
  const step = STEPS.map((each) => each * unit).find(fits) ?? 1;
  const lines = Math.max(1, Math.ceil(largest / step - 1e-9));
  return Array.from({ length: lines + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
