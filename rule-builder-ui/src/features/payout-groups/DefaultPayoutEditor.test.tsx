import type { TermsEvent } from "@firstmatch/shared-types";
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { DefaultPayoutEditor } from "./DefaultPayoutEditor.tsx";

const opened: TermsEvent["default"] = { payout: { model: "CPS", partner: { percent: "10" } } };

function edit() {
  const onSave = vi.fn(async (_: TermsEvent["default"]) => []);
  render(
    <MantineProvider env="test">
      <DefaultPayoutEditor value={opened} level="order" currency="USD" onSave={onSave} onCancel={() => {}} />
    </MantineProvider>,
  );
  return onSave;
}

const choose = async (combobox: string, option: string) => {
  await userEvent.click(screen.getByRole("combobox", { name: combobox }));
  await userEvent.click(await screen.findByRole("option", { name: option }));
};
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

describe("the default payout editor", () => {
  it("has a payout and an event setup, and no criteria", async () => {
    const onSave = edit();
    expect(screen.queryByRole("button", { name: "Add criterion" })).not.toBeInTheDocument();
    await choose("Classification", "KPI");
    expect(screen.getByText(/^Tracked, not paid when no personal payout and no group applies/)).toBeInTheDocument();
    await save();
    expect(onSave).toHaveBeenCalledWith({ ...opened, setup: { classification: "kpi" } });
  });

  it("is not saved while an amount is missing", async () => {
    const onSave = edit();
    await choose("Model", "Per click (CPC)");
    await save();
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByRole("textbox", { name: "The partner gets" })).toHaveFocus();
  });
});
