import { mkdirSync, writeFileSync } from "node:fs";

const RESULTS = new URL("../../results/", import.meta.url);

/** What a benchmark found; the same text is shown and kept. */
export class Report {
  private readonly name: string;
  private readonly parts: string[] = [];
  private chart: string | undefined;

  constructor(name: string, title: string, about: string) {
    this.name = name;
    this.say(`# ${title}`);
    this.say(about);
  }

  /** A paragraph or a table. */
  say(part: string): void {
    this.parts.push(part);
    console.log(`${part}\n`);
  }

  draw(svg: string): void {
    this.chart = svg;
  }

  /** Writes `results/<name>.md`, and the chart beside it. */
  keep(): void {
    mkdirSync(RESULTS, { recursive: true });
    if (this.chart !== undefined) {
      writeFileSync(new URL(`${this.name}.svg`, RESULTS), this.chart);
      this.parts.splice(1, 0, `![The same as a chart](${this.name}.svg)`);
    }
    writeFileSync(new URL(`${this.name}.md`, RESULTS), `${this.parts.join("\n\n")}\n`);
  }
}

/** What goes on at the moment; only where someone watches. */
export function tell(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\x1b[2K\r${what}`);
}
