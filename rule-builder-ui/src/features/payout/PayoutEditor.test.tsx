import type { Payout } from "@firstmatch/shared-types";
import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { PayoutEditor, type PayoutEditorProps } from "./PayoutEditor.tsx";

/** Shows the editor as a page holds it, and gives back what it holds. */
function edit(start: Payout, props: Partial<PayoutEditorProps> = {}) {
  const held = { payout: start };
  function Page() {
    const [payout, setPayout] = useState(start);
    held.payout = payout;
    return (
      <MantineProvider env="test">
        <PayoutEditor payout={payout} onChange={setPayout} currency="USD" level="order" {...props} />
      </MantineProvider>
    );
  }
  render(<Page />);
  return held;
}

const cps: Payout = { model: "CPS", partner: { percent: "10" } };
const field = (name: string) => screen.getByRole("textbox", { name });
const choose = async (combobox: string, option: string) => {
  await userEvent.click(screen.getByRole("combobox", { name: combobox }));
  await userEvent.click(await screen.findByRole("option", { name: option }));
};

describe("the payout editor", () => {
  it("changes the partner's commission, digit by digit as typed", async () => {
    const held = edit(cps);
    await userEvent.clear(field("The partner gets"));
    await userEvent.type(field("The partner gets"), "7.50");
    expect(held.payout).toEqual({ model: "CPS", partner: { percent: "7.50" } });
  });

  it("pays a percent or a fixed amount, as its unit says", async () => {
    const held = edit(cps);
    await choose("Unit, The partner gets", "USD per order");
    expect(held.payout.partner).toEqual({ fixed: "10" });
  });

  it("offers no percent where the model pays an amount", async () => {
    const held = edit(cps);
    await choose("Model", "Per click (CPC)");
    expect(held.payout).toEqual({ model: "CPC", partner: { fixed: "" } });
    expect(screen.queryByRole("combobox", { name: "Unit, The partner gets" })).not.toBeInTheDocument();
    expect(screen.getByText("USD per click")).toBeInTheDocument();
  });

  it("names the platform's part or what the advertiser pays, never both", async () => {
    const held = edit(cps);
    await userEvent.click(screen.getByRole("radio", { name: "Platform gets" }));
    await userEvent.type(field("The platform gets"), "2");
    expect(held.payout).toEqual({ ...cps, platform: { percent: "2" } });
    await userEvent.click(screen.getByRole("radio", { name: "Advertiser pays" }));
    expect(held.payout).toEqual({ ...cps, advertiser: { percent: "" } });
    expect(screen.queryByRole("textbox", { name: "The platform gets" })).not.toBeInTheDocument();
  });

  it("asks for modifier and margin only where the amounts come from the postback", async () => {
    const held = edit(cps);
    expect(screen.queryByRole("textbox", { name: "Modifier" })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "Required" }));
    expect(held.payout.postback).toEqual({ mode: "required", modifier: "100" });
    await userEvent.type(field("Margin"), "20");
    expect(held.payout.postback).toEqual({ mode: "required", modifier: "100", margin: "20" });
    expect(screen.queryByRole("textbox", { name: "The partner gets" })).not.toBeInTheDocument();
  });

  it("hides the margin when the revenue share is not overridden", async () => {
    const held = edit({ ...cps, postback: { mode: "overrides", modifier: "80", margin: "20" } });
    await userEvent.click(screen.getByRole("switch", { name: /^Override the partner's revenue share/ }));
    expect(held.payout.overrideRevenueShare).toBe(false);
    expect(screen.queryByRole("textbox", { name: "Margin" })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("switch", { name: /^Override the partner's revenue share/ }));
    expect(held.payout).not.toHaveProperty("overrideRevenueShare");
  });

  it("adds a goal with its own commission, and removes it", async () => {
    const held = edit(cps);
    await userEvent.click(screen.getByRole("button", { name: "Add a goal for some categories or products" }));
    const goal = screen.getByRole("group", { name: "goal 1" });
    const inGoal = (name: string) => within(goal).getByRole("textbox", { name });
    await userEvent.type(inGoal("Categories of goal 1"), "Shoes,Boots");
    await userEvent.type(inGoal("The partner gets"), "12");
    await userEvent.type(inGoal("Name"), "Shoes");
    expect(held.payout.goals).toEqual([
      { name: "Shoes", by: "category", values: ["Shoes", "Boots"], partner: { percent: "12" } },
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Remove goal 1: Shoes" }));
    expect(held.payout).toEqual(cps);
  });

  it("leaves a bound out again when its field is emptied", async () => {
    const held = edit(cps);
    await userEvent.type(field("The partner gets at most, per order"), "50");
    expect(held.payout.max).toBe("50");
    await userEvent.clear(field("The partner gets at most, per order"));
    expect(held.payout).toEqual(cps);
  });

  it("shows each fault at its field, in the validator's words", () => {
    edit(cps, { faults: [{ pointer: "/partner/percent", message: "must not be negative" }] });
    expect(field("The partner gets")).toBeInvalid();
    expect(screen.getByText("must not be negative")).toBeInTheDocument();
  });
});
