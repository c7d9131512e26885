import type { Fault, PayoutGroup } from "@firstmatch/shared-types";
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { GroupEditor } from "./GroupEditor.tsx";

const group: PayoutGroup = {
  id: "new-200",
  name: "New",
  conditions: { all: [{ fact: "customerStatus", operator: "isAnyOf", value: ["New"] }] },
  event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "12" } } } },
};
const blank: PayoutGroup = { ...group, id: "", name: "", conditions: { all: [] } };

function edit(opened: PayoutGroup, answer: Fault[] = []) {
  const onSave = vi.fn(async (_: PayoutGroup) => answer);
  const onDirtyChange = vi.fn();
  render(
    <MantineProvider env="test">
      <GroupEditor
        group={opened}
        defaults={{ payout: { model: "CPS", partner: { percent: "10" } } }}
        level="order"
        currency="USD"
        timezone="America/New_York"
        onSave={onSave}
        onCancel={() => {}}
        onDirtyChange={onDirtyChange}
      />
    </MantineProvider>,
  );
  return { onSave, onDirtyChange };
}

const name = () => screen.getByRole("textbox", { name: "Name" });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));
const sentence = () => screen.getByText(/^Pays/).textContent;

describe("the group editor", () => {
  it("reads the rule along while it is typed", async () => {
    edit(group);
    expect(sentence()).toBe("Pays 12 % of the order when Customer status is New.");
    await userEvent.type(screen.getByRole("textbox", { name: "The partner gets" }), ".5");
    await userEvent.type(screen.getByRole("textbox", { name: /^Value/ }), "Existing");
    expect(sentence()).toBe("Pays 12.5 % of the order when Customer status is New or Existing.");
  });

  it("saves what was edited", async () => {
    const { onSave, onDirtyChange } = edit(group);
    await userEvent.type(name(), " and loyal");
    expect(onDirtyChange).toHaveBeenLastCalledWith(true);
    await save();
    expect(onSave).toHaveBeenCalledWith({ ...group, name: "New and loyal" });
  });

  it("names what a new group lacks only once somebody saves, and leads to the first of it", async () => {
    const { onSave } = edit(blank);
    expect(screen.queryByText("must not be empty")).not.toBeInTheDocument();
    await save();
    expect(onSave).not.toHaveBeenCalled();
    expect(name()).toBeInvalid();
    expect(name()).toHaveFocus();
    expect(screen.getByText(/needs at least one condition/)).toBeInTheDocument();
  });

  it("never saves a half-filled row", async () => {
    const { onSave } = edit(group);
    await userEvent.click(screen.getByRole("button", { name: "Add criterion" }));
    await save();
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByRole("combobox", { name: "Fact, criterion 2" })).toBeInvalid();
  });

  it("tells at once what is wrong with something that was typed", async () => {
    edit(group);
    await userEvent.type(screen.getByRole("textbox", { name: "The partner gets" }), "x");
    expect(screen.getByText('must be a percent like "7.5", not "12x"')).toBeInTheDocument();
  });

  it("shows the server's faults at their fields until they are mended, and others above the buttons", async () => {
    edit(group, [
      { pointer: "/name", message: "is taken" },
      { pointer: "", message: "the draft is gone" },
    ]);
    await save();
    expect(name()).toBeInvalid();
    expect(screen.getByText("is taken")).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent("the draft is gone");
    await userEvent.type(name(), "er");
    expect(screen.queryByText("is taken")).not.toBeInTheDocument();
  });
});
