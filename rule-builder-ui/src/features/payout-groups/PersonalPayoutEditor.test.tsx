import type { PersonalPayout } from "@firstmatch/shared-types";
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { PersonalPayoutEditor } from "./PersonalPayoutEditor.tsx";

const anna: PersonalPayout = {
  id: "anna",
  title: "Anna's deal",
  partners: ["p-7"],
  conditions: { all: [] },
  event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "20" } } } },
};

function edit(personal: PersonalPayout) {
  const onSave = vi.fn(async (_: PersonalPayout) => []);
  render(
    <MantineProvider env="test">
      <PersonalPayoutEditor
        personal={personal}
        defaults={{ payout: { model: "CPS", partner: { percent: "10" } } }}
        level="order"
        currency="USD"
        timezone="UTC"
        onSave={onSave}
        onCancel={() => {}}
      />
    </MantineProvider>,
  );
  return onSave;
}

const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

describe("the personal payout editor", () => {
  it("needs no criteria, since its partners are its criterion", async () => {
    const onSave = edit(anna);
    await userEvent.type(screen.getByRole("textbox", { name: "Coupon code" }), "ANNA10");
    await save();
    expect(onSave).toHaveBeenCalledWith({ ...anna, couponCode: "ANNA10" });
  });

  it("gives a coupon code to one partner only", async () => {
    const onSave = edit({ ...anna, couponCode: "ANNA10" });
    await userEvent.type(screen.getByRole("textbox", { name: "Partners" }), "p-8");
    expect(screen.getByText("a coupon code belongs to one partner; this payout names 2")).toBeInTheDocument();
    await save();
    expect(onSave).not.toHaveBeenCalled();
  });

  it("leaves out a coupon code that was emptied", async () => {
    const onSave = edit({ ...anna, couponCode: "A" });
    await userEvent.clear(screen.getByRole("textbox", { name: "Coupon code" }));
    await save();
    expect(onSave).toHaveBeenCalledWith(anna);
  });
});
