import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DayInput } from "./DayInput.tsx";

describe("a day that is typed", () => {
  const field = () => screen.getByLabelText("First day") as HTMLInputElement;
  const type = (value: string) => fireEvent.change(field(), { target: { value } });

  function drawn(day: string) {
    const told: string[] = [];
    const at = (now: string) => (
      <MantineProvider>
        <DayInput label="First day" day={now} onDay={(next) => told.push(next)} />
      </MantineProvider>
    );
    const { rerender } = render(at(day));
    return { told, redraw: (now: string) => rerender(at(now)) };
  }

  it("is told once its year is whole, and when it is taken away", () => {
    const { told } = drawn("2026-11-01");
    for (const value of ["0002-11-20", "0020-11-20", "0202-11-20", "2026-11-20", ""]) type(value);
    expect(told).toEqual(["2026-11-20", ""]);
  });

  it("stays as it is typed while the address follows, however late", () => {
    const { redraw } = drawn("2026-11-01");
    type("2026-11-03");
    type("2026-11-30");
    redraw("2026-11-03");
    expect(field().value).toBe("2026-11-30");
    redraw("2026-11-30");
    expect(field().value).toBe("2026-11-30");
  });

  it("is the one in the address again once the field is left", () => {
    const { redraw } = drawn("2026-11-01");
    type("0002-11-20");
    fireEvent.blur(field());
    expect(field().value).toBe("2026-11-01");
    redraw("");
    expect(field().value).toBe("");
  });
});
