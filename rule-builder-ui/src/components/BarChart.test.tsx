import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { BarChart } from "./BarChart.tsx";

const column = (at: number, ...values: number[]) => ({ key: `${at}`, short: `D${at}`, title: `Day ${at}`, values });

function drawn(columns: ReturnType<typeof column>[], names: string[]) {
  const { container } = render(
    <BarChart columns={columns} names={names} axis={String} exact={(at, name) => `${columns[at]?.values[name]}`} />,
  );
  const bars = [...container.querySelectorAll<HTMLElement>("div[data-name]")];
  return { container, heights: bars.map((bar) => [bar.dataset.name, bar.style.height]) };
}

describe("a bar chart", () => {
  it("draws each value in proportion to its highest line, the second of two apart from the first", () => {
    const { heights } = drawn([column(1, 100, 25), column(2, 50, 0)], ["Sales", "Payout"]);
    expect(heights).toEqual([
      ["0", "100%"],
      ["1", "25%"],
      ["0", "50%"],
      ["1", "0%"],
    ]);
  });

  it("draws nothing of nothing", () => {
    expect(drawn([column(1, 0)], ["Sales"]).heights).toEqual([["0", "0%"]]);
    expect(drawn([], ["Sales"]).heights).toEqual([]);
  });

  it("names few of many columns below the axis", () => {
    const { container } = drawn(
      Array.from({ length: 92 }, (_, at) => column(at, 1)),
      ["Sales"],
    );
    const labels = [...container.querySelectorAll("span")].filter((each) => /^D\d+$/.test(each.textContent ?? ""));
    expect(labels.map((each) => each.textContent)).toEqual(["D0", "D12", "D24", "D36", "D48", "D60", "D72", "D84"]);
  });

  it("is for the eye alone", () =>
    expect(drawn([column(1, 1)], ["Sales"]).container.firstElementChild).toHaveAttribute("aria-hidden", "true"));
});
