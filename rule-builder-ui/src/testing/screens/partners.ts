import { chooseFrom } from "../group-editor.ts";
import { PARTNER, press, type Screen } from "./screen.ts";

const PARTNER_PAGE = `/partners/${PARTNER.id}`;

/** Partners, and one of them. */
export const partners: readonly Screen[] = [
  {
    screen: "partners, some of them ticked",
    path: "/partners",
    bringUp: async (page) => {
      await page.getByRole("checkbox", { name: `Select ${PARTNER.name}` }).check();
      await page.getByRole("region", { name: "Selected partners" }).waitFor();
    },
  },
  {
    screen: "menu of a partner",
    path: "/partners",
    bringUp: async (page) => {
      await press(page, `More for ${PARTNER.name}`);
      await page.getByRole("menuitem", { name: "Payout settings" }).waitFor();
    },
  },
  {
    screen: "new partner",
    path: "/partners",
    bringUp: async (page) => {
      await press(page, "New partner");
      await page.getByRole("dialog", { name: "New partner" }).getByRole("textbox", { name: "Name" }).waitFor();
    },
  },
  {
    screen: "adding several partners to a program",
    path: "/partners",
    bringUp: async (page) => {
      await page.getByRole("checkbox", { name: `Select ${PARTNER.name}` }).check();
      await press(page, "Add to a program…");
      const dialog = page.getByRole("dialog", { name: "Add 1 partner to a program" });
      await chooseFrom(page, dialog.getByRole("combobox", { name: "Program" }), "Acme Outfitters");
      await dialog.getByRole("checkbox", { name: "Give it a promo code" }).waitFor();
    },
  },
  {
    screen: "partner",
    path: PARTNER_PAGE,
    bringUp: (page) => page.getByRole("list", { name: "Programs" }).getByText("Acme Outfitters").waitFor(),
  },
  {
    screen: "edit a partner, with a share in a single program",
    path: PARTNER_PAGE,
    bringUp: async (page) => {
      await press(page, "Edit");
      await press(page, "Add a program");
      await page.getByRole("textbox", { name: "Revenue share in program 1" }).waitFor();
    },
  },
  {
    screen: "payout settings of a partner",
    path: `${PARTNER_PAGE}/payouts`,
    bringUp: (page) => page.getByRole("button", { name: "Add personal payout in Acme Outfitters" }).waitFor(),
  },
  {
    screen: "terms of a member",
    path: `${PARTNER_PAGE}/payouts`,
    bringUp: async (page) => {
      await press(page, "Change terms in Acme Outfitters");
      const dialog = page.getByRole("dialog", { name: `Terms of ${PARTNER.name} in Acme Outfitters` });
      await dialog.getByRole("radio", { name: "From a later moment" }).click();
      await dialog.getByLabel("Moves on").waitFor();
    },
  },
  {
    screen: "conversions of a partner",
    path: `${PARTNER_PAGE}/conversions`,
    bringUp: (page) => page.getByRole("heading", { name: "No conversions yet" }).waitFor(),
  },
];
