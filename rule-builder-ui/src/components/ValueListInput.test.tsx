import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { ValueListInput } from "./ValueListInput.tsx";

function edit(start: readonly string[] | string) {
  const held = { value: start };
  function Page() {
    const [value, setValue] = useState(start);
    held.value = value;
    return (
      <MantineProvider env="test">
        <ValueListInput name="SKUs" value={value} onChange={setValue} />
      </MantineProvider>
    );
  }
  render(<Page />);
  return held;
}

const field = () => screen.getByRole("textbox", { name: "SKUs" });
const many = Array.from({ length: 150 }, (_, at) => `S${at}`);

describe("a field for a list of values", () => {
  it("makes a chip at a comma, at Enter and when it is left", async () => {
    const held = edit([]);
    await userEvent.type(field(), 'A,"B,C",D{Enter}E');
    await userEvent.tab();
    expect(held.value).toEqual(["A", "B,C", "D", "E"]);
    expect(screen.getAllByRole("button", { name: /^Remove/ })).toHaveLength(4);
  });

  it("takes the last chip away with Backspace in the empty field", async () => {
    const held = edit(["A", "B"]);
    await userEvent.type(field(), "{Backspace}");
    expect(held.value).toEqual(["A"]);
  });

  it("turns into text, focus kept, when a long column is pasted", async () => {
    const held = edit([]);
    await userEvent.click(field());
    await userEvent.paste(many.join("\n"));
    expect(held.value).toEqual(many);
    expect(field()).toHaveFocus();
    expect(screen.getByText("150 values")).toBeInTheDocument();
  });

  it("edits a long list as text, an open quotation mark kept as typed", async () => {
    const held = edit(many);
    await userEvent.type(field(), ', "X,Y"');
    expect(held.value).toEqual([...many, "X,Y"]);
    await userEvent.type(field(), ', "Z');
    expect(held.value).toBe(`${many.join(", ")}, "X,Y", "Z`);
    expect(field()).toHaveValue(`${many.join(", ")}, "X,Y", "Z`);
  });
});
