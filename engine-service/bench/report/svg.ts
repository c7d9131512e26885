/** What the charts share: one face, colours for light and dark, and text that cannot break the markup. */

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export interface Drawing {
  width: number;
  height: number;
  title: string;
  /** In words, for those who do not see it. */
  description: string;
  body: string[];
}

const STYLE = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #1f2933; }
  .title { font-size: 17px; font-weight: 600; }
  .quiet { fill: #5f6b7a; font-size: 12px; }
  .ours { font-weight: 600; }
  .back { fill: #ffffff; stroke: #dfe4ea; }
  .grid { stroke: #dfe4ea; stroke-width: 1; }
  .axis { stroke: #9aa5b1; stroke-width: 1; }
  .own { --c: #0b7a52; } .jre { --c: #c2410c; } .zen { --c: #7c3aed; } .logic { --c: #1d6fd1; } .hand { --c: #6b7280; }
  .line { fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round; }
  .own.line { stroke-width: 3.5; }
  .dot { fill: var(--c); stroke: #ffffff; stroke-width: 1.5; }
  .bar { fill: var(--c); }
  .name { fill: var(--c); }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb; }
    .quiet { fill: #9aa5b1; }
    .back { fill: #16191d; stroke: #2b3138; }
    .grid { stroke: #2b3138; }
    .axis { stroke: #5f6b7a; }
    .dot { stroke: #16191d; }
    .own { --c: #34d399; } .jre { --c: #fb923c; } .zen { --c: #a78bfa; } .logic { --c: #60a5fa; } .hand { --c: #9ca3af; }
  }`;

export function svg({ width, height, title, description, body }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">
<title id="t">${escaped(title)}</title>
<desc id="d">${escaped(description)}</desc>
<style>${STYLE}
</style>
<rect class="back" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>
${body.join("\n")}
</svg>
`;
}

export type Anchor = "start" | "middle" | "end";

export const words = (x: number, y: number, text: string, kind = "", anchor: Anchor = "start"): string =>
  `<text x="${round(x)}" y="${round(y)}"${kind === "" ? "" : ` class="${kind}"`}${anchor === "start" ? "" : ` text-anchor="${anchor}"`}>${escaped(text)}</text>`;

export const round = (value: number): number => Math.round(value * 10) / 10;
