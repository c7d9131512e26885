import { PROGRAM, press, type Screen } from "./screen.ts";

/** Programs, and what is there for all of them. */
export const programs: readonly Screen[] = [
  { screen: "programs", path: "/", bringUp: (page) => page.getByRole("link", { name: "Acme Outfitters" }).waitFor() },
  { screen: "program", path: PROGRAM, bringUp: (page) => page.getByRole("link", { name: "Gold" }).waitFor() },
  {
    screen: "new program",
    path: "/",
    bringUp: async (page) => {
      await press(page, "New program");
      await page.getByRole("dialog", { name: "New program" }).getByRole("textbox", { name: "Name" }).waitFor();
    },
  },
  {
    screen: "settings of a program, with faults in its caps",
    path: `${PROGRAM}/settings`,
    bringUp: async (page) => {
      await press(page, "Add a cap");
      await page.keyboard.type("1.5");
      await press(page, "Save settings");
      await page.getByText("must be a whole number of conversions").waitFor();
    },
  },
  {
    screen: "settings of a program, with a fault",
    path: `${PROGRAM}/settings`,
    bringUp: async (page) => {
      await page.getByRole("textbox", { name: "Pattern" }).fill("NAME");
      await page.getByText(/must hold \{NN\}/).waitFor();
    },
  },
  {
    screen: "postback",
    path: `${PROGRAM}/postback`,
    bringUp: (page) => page.getByRole("region", { name: "Parameters of a postback" }).waitFor(),
  },
  {
    screen: "access, and a new key",
    path: "/access",
    bringUp: async (page) => {
      await page.getByRole("heading", { name: "No keys yet" }).waitFor();
      await press(page, "New key");
      await page.getByRole("dialog", { name: "New key" }).getByRole("radio", { name: "Partner" }).click();
      await page.getByRole("combobox", { name: "Partner" }).waitFor();
    },
  },
  {
    screen: "history, with a change opened",
    path: "/history",
    bringUp: async (page) => {
      await page
        .getByRole("button", { name: /Acme Outfitters is a new program|is called|is open|is for members/ })
        .first()
        .click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    screen: "history in which nothing is found",
    path: `${PROGRAM}/history?thing=key`,
    bringUp: (page) => page.getByRole("heading", { name: "No changes" }).waitFor(),
  },
  {
    screen: "no such page",
    path: "/nowhere",
    bringUp: (page) => page.getByText("There is no such page").waitFor(),
  },
];
