import type { Page } from "playwright-core";

/** A screen: where it is, and what brings it up and shows that it is there. */
export interface Screen {
  screen: string;
  path: string;
  bringUp: (page: Page) => Promise<unknown>;
}

/** The demo's. */
export const PROGRAM = "/programs/acme";

/** A partner of that program, planted before the screens open. */
export const PARTNER = {
  id: "every-screen",
  name: "Partner of every screen",
  tags: ["creator", "vip"],
  revenueShare: "70",
};

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
