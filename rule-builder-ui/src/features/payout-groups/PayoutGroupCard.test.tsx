import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { group } from "../terms/terms.sample.ts";
import type { GroupAction } from "./group-action.ts";
import { PayoutGroupCard, type PayoutGroupCardProps } from "./PayoutGroupCard.tsx";

const facebook = group("fb", {
  name: "Facebook",
  conditions: { all: [{ fact: "referralUrl", operator: "matchesWildcard", value: ["*facebook*"] }] },
});
const shown = { group: facebook, rank: 2, currency: "USD", level: "order", setup: undefined } as const;

const renderCard = (more: Partial<PayoutGroupCardProps> = {}) => {
  const onAction = vi.fn<(on: typeof facebook, action: GroupAction) => void>();
  const onMenu = vi.fn();
  render(<PayoutGroupCard {...shown} count={3} onAction={onAction} onMenu={onMenu} {...more} />);
  return { onAction, onMenu };
};

describe("the card of a payout group", () => {
  it("reads its criteria and its payout as sentences", () => {
    const { container } = render(<PayoutGroupCard {...shown} />);
    expect(container).toHaveTextContent("Referral URL matches *facebook*");
    expect(container).toHaveTextContent("10 % of the order");
  });

  it.each<[GroupAction, "button" | "switch", string]>([
    ["edit", "button", "Facebook"],
    ["switch", "switch", "Facebook is on"],
    ["up", "button", "Move Facebook up"],
    ["down", "button", "Move Facebook down"],
  ])("offers to %s by a %s named %s", async (action, role, name) => {
    const { onAction } = renderCard();
    await userEvent.click(screen.getByRole(role, { name }));
    expect(onAction).toHaveBeenCalledExactlyOnceWith(facebook, action);
  });

  it("opens the menu at its own button", async () => {
    const { onMenu } = renderCard();
    const button = screen.getByRole("button", { name: "More for Facebook" });
    await userEvent.click(button);
    expect(onMenu).toHaveBeenCalledExactlyOnceWith(facebook, button);
  });

  it("names its handle with its rank, for those who hear it", () => {
    renderCard();
    expect(screen.getByRole("button", { name: "Drag Facebook, rank 2 of 3" })).toBeVisible();
  });

  it.each([
    ["first", 1, "up"],
    ["last", 3, "down"],
  ])("stays focusable at the %s rank, where it cannot move %s", (_, rank, direction) => {
    renderCard({ rank });
    const button = screen.getByRole("button", { name: `Move Facebook ${direction}` });
    button.focus();
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveFocus();
  });

  it("says when it is off, and when it wins the test", () => {
    renderCard({ group: { ...facebook, enabled: false }, verdict: "matched" });
    expect(screen.getByText("Off")).toBeVisible();
    expect(screen.getByText("Wins the test")).toBeVisible();
    expect(screen.getByRole("switch")).not.toBeChecked();
  });

  it("can only be read in a published version", () => {
    render(<PayoutGroupCard {...shown} />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("switch")).toBeNull();
  });
});
