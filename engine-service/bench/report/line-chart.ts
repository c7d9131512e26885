import { type Drawing, round, svg, words } from "./svg.ts";

export interface Line {
  name: string;
  /** Which of the style's colours. */
  kind: string;
  points: readonly { x: number; y: number }[];
}

export interface LineChart extends Pick<Drawing, "title" | "description"> {
  subtitle: string;
  /** The values of the horizontal axis; both axes are logarithmic. */
  xs: readonly number[];
  xLabel: string;
  yTicks: readonly { at: number; label: string }[];
  lines: readonly Line[];
  foot: string;
}

const [WIDTH, HEIGHT] = [890, 500];
const AREA = { left: 84, right: 640, top: 84, bottom: 418 };
/** Between two names at the right, so that they stay legible where lines end close together. */
const NAME_GAP = 19;

/** Lines over two logarithmic axes, each named where it ends. */
export function lineChart({ title, description, subtitle, xs, xLabel, yTicks, lines, foot }: LineChart): string {
  const x = scale(Math.min(...xs), Math.max(...xs), AREA.left + 14, AREA.right - 14);
  const y = scale(
    Math.min(...yTicks.map(({ at }) => at)),
    Math.max(...yTicks.map(({ at }) => at)),
    AREA.bottom,
    AREA.top,
  );
  const body = [
    words(24, 36, title, "title"),
    words(24, 58, subtitle, "quiet"),
    ...yTicks.flatMap(({ at, label }) => [
      `<line class="grid" x1="${AREA.left}" x2="${AREA.right}" y1="${round(y(at))}" y2="${round(y(at))}"/>`,
      words(AREA.left - 10, y(at) + 4, label, "quiet", "end"),
    ]),
    `<line class="axis" x1="${AREA.left}" x2="${AREA.right}" y1="${AREA.bottom}" y2="${AREA.bottom}"/>`,
    ...xs.map((value) => words(x(value), AREA.bottom + 20, value.toLocaleString("en-US"), "quiet", "middle")),
    words((AREA.left + AREA.right) / 2, AREA.bottom + 40, xLabel, "quiet", "middle"),
    ...lines.map(
      ({ kind, points }) =>
        `<polyline class="line ${kind}" points="${points.map((point) => `${round(x(point.x))},${round(y(point.y))}`).join(" ")}"/>`,
    ),
    ...lines.flatMap(({ kind, points }) =>
      points.map(
        (point) =>
          `<circle class="dot ${kind}" cx="${round(x(point.x))}" cy="${round(y(point.y))}" r="${kind === "own" ? 5 : 4}"/>`,
      ),
    ),
    ...named(lines, x, y),
    words(24, HEIGHT - 14, foot, "quiet"),
  ];
  return svg({ width: WIDTH, height: HEIGHT, title, description, body });
}

function named(lines: readonly Line[], x: (value: number) => number, y: (value: number) => number): string[] {
  const ends = lines
    .map(({ name, kind, points }) => ({ name, kind, end: points.at(-1) as Line["points"][number] }))
    .map(({ name, kind, end }) => ({ name, kind, fromX: x(end.x), fromY: y(end.y), toY: y(end.y) }))
    .sort((one, other) => one.fromY - other.fromY);
  ends.forEach((end, at) => {
    const above = ends[at - 1];
    if (above !== undefined) end.toY = Math.max(end.toY, above.toY + NAME_GAP);
  });
  return ends.flatMap(({ name, kind, fromX, fromY, toY }) => [
    `<line class="grid" x1="${round(fromX + 7)}" y1="${round(fromY)}" x2="${AREA.right + 8}" y2="${round(toY)}"/>`,
    words(AREA.right + 14, toY + 4, name, `name ${kind}${kind === "own" ? " ours" : ""}`),
  ]);
}

/** From values to places, by their logarithms. */
function scale(from: number, to: number, first: number, last: number): (value: number) => number {
  const [low, high] = [Math.log10(from), Math.log10(to)];
  return (value) => first + ((Math.log10(value) - low) / (high - low)) * (last - first);
}
