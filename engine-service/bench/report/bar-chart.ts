import { type Drawing, round, svg, words } from "./svg.ts";

export interface Bar {
  name: string;
  /** Which of the style's colours. */
  kind: string;
  value: number;
  /** Said behind the bar. */
  label: string;
}

export interface BarChart extends Pick<Drawing, "title" | "description"> {
  subtitle: string;
  bars: readonly Bar[];
  foot: string;
}

const WIDTH = 860;
const [LEFT, RIGHT, TOP, STEP, THICK] = [222, 560, 84, 42, 24];

/** Bars from nought, longest as given, each with its figures behind it. */
export function barChart({ title, description, subtitle, bars, foot }: BarChart): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const bottom = TOP + bars.length * STEP;
  const body = [
    words(24, 36, title, "title"),
    words(24, 58, subtitle, "quiet"),
    ...bars.flatMap(({ name, kind, value, label }, at) => {
      const top = TOP + at * STEP + (STEP - THICK) / 2;
      const length = Math.max(1, (value / most) * (RIGHT - LEFT));
      return [
        words(LEFT - 12, top + THICK / 2 + 4, name, kind === "own" ? "ours" : "", "end"),
        `<rect class="bar ${kind}" x="${LEFT}" y="${round(top)}" width="${round(length)}" height="${THICK}" rx="3"/>`,
        words(LEFT + length + 10, top + THICK / 2 + 4, label, kind === "own" ? "ours" : ""),
      ];
    }),
    `<line class="axis" x1="${LEFT}" x2="${LEFT}" y1="${TOP}" y2="${bottom}"/>`,
    words(24, bottom + 34, foot, "quiet"),
  ];
  return svg({ width: WIDTH, height: bottom + 50, title, description, body });
}
