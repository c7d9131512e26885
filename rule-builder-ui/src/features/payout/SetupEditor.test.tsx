import type { EventSetup } from "@firstmatch/shared-types";
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { SetupEditor } from "./SetupEditor.tsx";

function edit(setup: EventSetup | undefined, inherited?: EventSetup) {
  const onChange = vi.fn<(setup: EventSetup | undefined) => void>();
  render(
    <MantineProvider env="test">
      <SetupEditor setup={setup} inherited={inherited} onChange={onChange} />
    </MantineProvider>,
  );
  return onChange;
}

const choose = async (combobox: string, option: string) => {
  await userEvent.click(screen.getByRole("combobox", { name: combobox }));
  await userEvent.click(await screen.findByRole("option", { name: option }));
};

describe("the event setup", () => {
  it("of a group shows what it takes from the default payout", () => {
    edit(undefined, { visibility: "private" });
    expect(screen.getByRole("combobox", { name: "Visibility" })).toHaveValue("As default payout (Private)");
    expect(screen.getByRole("combobox", { name: "Recurrent" })).toHaveValue("As default payout (Yes)");
  });

  it("of a group sets a field, or leaves it to the default payout again", async () => {
    const onChange = edit({ recurrent: false }, {});
    await choose("Classification", "KPI");
    expect(onChange).toHaveBeenLastCalledWith({ recurrent: false, classification: "kpi" });
    await choose("Recurrent", "As default payout (Yes)");
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });

  it("of a default payout has nothing to inherit", async () => {
    edit(undefined);
    expect(screen.getByRole("combobox", { name: "Visibility" })).toHaveValue("Public");
    await userEvent.click(screen.getByRole("combobox", { name: "Visibility" }));
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Public", "Private"]);
  });
});
