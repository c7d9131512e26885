import type { Conditions } from "@firstmatch/shared-types";
import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { CriteriaEditor, type CriteriaEditorProps } from "./CriteriaEditor.tsx";

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const conditionsOf = (...all: unknown[]) => ({ all }) as Conditions;

/** Shows the editor as a page holds it, and gives back what it holds. */
function edit(start: Conditions, props: Partial<CriteriaEditorProps> = {}) {
  const held = { conditions: start };
  function Page() {
    const [conditions, setConditions] = useState(start);
    held.conditions = conditions;
    return (
      <MantineProvider env="test">
        <CriteriaEditor
          conditions={conditions}
          onChange={setConditions}
          currency="USD"
          timezone="America/New_York"
          {...props}
        />
      </MantineProvider>
    );
  }
  render(<Page />);
  return held;
}

const choose = async (combobox: string, option: string) => {
  await userEvent.click(screen.getByRole("combobox", { name: combobox }));
  await userEvent.click(await screen.findByRole("option", { name: option }));
};
const category = leaf("itemCategory", "isAnyOf", ["ACME"]);
const categoryValue = "Value, criterion 1: Item category";

describe("the criteria editor", () => {
  it("joins its rows with the word AND", () => {
    edit(conditionsOf(category, leaf("orderTotal", "lessThan", "5")));
    expect(screen.getByText("AND")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Value, criterion 2: Order total" })).toHaveValue("5");
  });

  it("keeps an added row that nothing is chosen in", async () => {
    const held = edit(conditionsOf(category));
    await userEvent.click(screen.getByRole("button", { name: "Add criterion" }));
    expect(held.conditions).toEqual(conditionsOf(category, leaf("", "isAnyOf", [])));
  });

  it("offers the operators of a chosen fact, and starts with the one mostly wanted", async () => {
    const held = edit(conditionsOf(leaf("", "isAnyOf", [])));
    await choose("Fact, criterion 1", "Order total");
    expect(held.conditions).toEqual(conditionsOf(leaf("orderTotal", "greaterThanInclusive", "")));
    await choose("Operator, criterion 1", "is between");
    await userEvent.type(screen.getByRole("textbox", { name: "From, criterion 1: Order total" }), "100");
    await userEvent.type(screen.getByRole("textbox", { name: "To, criterion 1: Order total" }), "200.50");
    expect(held.conditions).toEqual(conditionsOf(leaf("orderTotal", "between", ["100", "200.50"])));
    await choose("Operator, criterion 1", "is at most");
    expect(held.conditions).toEqual(conditionsOf(leaf("orderTotal", "lessThanInclusive", "100")));
    await choose("Operator, criterion 1", "is empty");
    expect(held.conditions).toEqual(conditionsOf(leaf("orderTotal", "isEmpty", true)));
    expect(screen.queryByRole("textbox", { name: /^Value/ })).not.toBeInTheDocument();
  });

  it("takes a fact of one's own by typing its name", async () => {
    const held = edit(conditionsOf(leaf("", "isAnyOf", [])));
    await userEvent.type(screen.getByRole("combobox", { name: "Fact, criterion 1" }), "tier");
    await userEvent.click(await screen.findByRole("option", { name: "params.tier" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Value, criterion 1: tier" }), "gold");
    expect(held.conditions).toEqual(conditionsOf(leaf("params.tier", "isAnyOf", ["gold"])));
  });

  it("makes chips of a pasted list, and reads them back as OR", async () => {
    const held = edit(conditionsOf(leaf("itemCategory", "isAnyOf", [])));
    await userEvent.click(screen.getByRole("textbox", { name: categoryValue }));
    await userEvent.paste('ACME, "Road,running"');
    expect(held.conditions).toEqual(conditionsOf(leaf("itemCategory", "isAnyOf", ["ACME", "Road,running"])));
    expect(screen.getByText('ACME or "Road,running"')).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Remove ACME" }));
    expect(held.conditions).toEqual(conditionsOf(leaf("itemCategory", "isAnyOf", ["Road,running"])));
  });

  it("keeps an open quotation mark as typed and shows the fault at the field", async () => {
    const held = edit(conditionsOf(category), {
      faults: [{ pointer: "/all/0/value", message: "a quotation mark is left open" }],
    });
    const field = screen.getByRole("textbox", { name: categoryValue });
    await userEvent.type(field, '"Road');
    await userEvent.tab();
    expect(field).toHaveValue('"Road');
    expect(screen.getByText("a quotation mark is left open")).toBeInTheDocument();
    expect(held.conditions).toEqual(conditionsOf(leaf("itemCategory", "isAnyOf", 'ACME, "Road')));
  });

  it("chooses countries by name and stores their codes", async () => {
    const held = edit(conditionsOf(leaf("country", "isAnyOf", ["US"])));
    await choose("Value, criterion 1: Country", "Germany (DE)");
    expect(held.conditions).toEqual(conditionsOf(leaf("country", "isAnyOf", ["US", "DE"])));
  });

  it("names the time zone of a date, and takes a day with or without a time", () => {
    const held = edit(conditionsOf(leaf("occurredAt", "equal", "2026-11-20")));
    expect(screen.getByText("The whole day in America/New_York")).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText("Time, Value, criterion 1: Occurred at"), { target: { value: "10:00" } });
    expect(held.conditions).toEqual(conditionsOf(leaf("occurredAt", "equal", "2026-11-20T10:00")));
  });

  it("asks for the event parameter as Any, List, None", async () => {
    const held = edit(conditionsOf(leaf("eventParameter", "isAnyOf", ["trial"])));
    await choose("Operator, criterion 1", "Any: has any value");
    expect(held.conditions).toEqual(conditionsOf(leaf("eventParameter", "isNotEmpty", true)));
  });

  it("adds an any-of block on request, with OR between its rows", async () => {
    const held = edit(conditionsOf(category));
    await userEvent.click(screen.getByRole("button", { name: "Add “any of” block" }));
    const block = screen.getByRole("group", { name: "Any of these, block 2" });
    await userEvent.click(within(block).getByRole("button", { name: "Add alternative" }));
    expect(within(block).getByText("OR")).toBeInTheDocument();
    const empty = leaf("", "isAnyOf", []);
    expect(held.conditions).toEqual(conditionsOf(category, { any: [empty, empty] }));
  });

  it("duplicates and removes rows", async () => {
    const held = edit(conditionsOf(category));
    await userEvent.click(screen.getByRole("button", { name: "Duplicate criterion 1: Item category" }));
    expect(held.conditions).toEqual(conditionsOf(category, category));
    await userEvent.click(screen.getByRole("button", { name: "Remove criterion 2: Item category" }));
    expect(held.conditions).toEqual(conditionsOf(category));
  });

  it("changes one row of a nested document and leaves the rest as it was", async () => {
    const held = edit(conditionsOf({ any: [category, { not: leaf("city", "isEmpty", true) }] }));
    await userEvent.type(screen.getByRole("textbox", { name: "Value, criterion 1.1: Item category" }), "B,");
    expect(held.conditions).toEqual(
      conditionsOf({
        any: [leaf("itemCategory", "isAnyOf", ["ACME", "B"]), { not: leaf("city", "isEmpty", true) }],
      }),
    );
  });
});
