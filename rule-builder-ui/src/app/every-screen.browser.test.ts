import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../testing/axe.ts";
import { addCriterion, chooseFrom, editor } from "../testing/group-editor.ts";
import { join, plantPartner } from "../testing/planted-partner.ts";
import { publishDialog } from "../testing/publish-dialog.ts";
import { rankedList } from "../testing/ranked-list.ts";
import { factField, ruleTester } from "../testing/tester-form.ts";
import { useScreens } from "../testing/use-screens.ts";

const PROGRAM = "/programs/acme";
const TERMS = `${PROGRAM}/terms/standard`;
const SALE = `${TERMS}/events/sale`;
const MEMBERS = `${PROGRAM}/members`;
const CONVERSIONS = `${PROGRAM}/conversions`;

/** A partner of a program, planted before the screens open. */
const PARTNER = { id: "every-screen", name: "Partner of every screen", tags: ["creator", "vip"], revenueShare: "70" };
const PARTNER_PAGE = `/partners/${PARTNER.id}`;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const chooseBulkEdit = async (page: Page, edit: string) => {
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await press(page, "Bulk edit");
  await chooseFrom(page, page.getByRole("combobox", { name: "What to do" }), edit);
};

/** Every screen: where it is, and what brings it up and shows that it is there. */
const SCREENS: { screen: string; path: string; bringUp: (page: Page) => Promise<unknown> }[] = [
  { screen: "programs", path: "/", bringUp: (page) => page.getByRole("link", { name: "Acme Outfitters" }).waitFor() },
  { screen: "program", path: PROGRAM, bringUp: (page) => page.getByRole("link", { name: "Gold" }).waitFor() },
  {
    screen: "import, with faults",
    path: `${PROGRAM}/conversions/import`,
    bringUp: async (page) => {
      const buffer = Buffer.from("conversionId,eventType,orderTotal\ne-1,sale,12.50\ne-2,sail,1\n");
      await page.locator("input[type=file]").setInputFiles({ name: "e.csv", mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: "Import 1 conversion" }).waitFor();
    },
  },
  { screen: "terms", path: SALE, bringUp: (page) => rankedList(page).waitFor() },
  {
    screen: "group editor, with a criterion, a block and a fault",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "Add group");
      const drawer = editor(page, "New payout group");
      await addCriterion(drawer, 1, { fact: "Item category", value: '"Trail' });
      await drawer.getByRole("button", { name: "Add “any of” block" }).click();
      await drawer.getByRole("button", { name: "Save" }).click();
      await drawer
        .getByText(/quotation mark/)
        .first()
        .waitFor();
    },
  },
  {
    screen: "default payout editor",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "Edit the default payout");
      await editor(page, "Default payout of Online sale").getByRole("button", { name: "Save" }).waitFor();
    },
  },
  {
    screen: "personal payout editor",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "1 personal payout");
      await press(page, "Anna's deal");
      await editor(page, "Anna's deal").getByRole("button", { name: "Save" }).waitFor();
    },
  },
  {
    screen: "publish dialog, with differences",
    path: SALE,
    bringUp: async (page) => {
      await page.getByRole("switch", { name: "200 or more is on", exact: true }).click();
      await page.getByRole("button", { name: /^Publish.*difference/ }).click();
      await publishDialog(page).getByRole("list", { name: "Differences" }).waitFor();
    },
  },
  {
    screen: "versions",
    path: `${TERMS}/versions`,
    bringUp: (page) => page.getByRole("link", { name: "Version 1" }).waitFor(),
  },
  {
    screen: "one version",
    path: `${TERMS}/versions/1`,
    bringUp: (page) => page.getByRole("list", { name: "Payout groups of Online sale" }).waitFor(),
  },
  {
    screen: "menu of a group",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "More for 200 or more");
      await page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    },
  },
  {
    screen: "new program",
    path: "/",
    bringUp: async (page) => {
      await press(page, "New program");
      await page.getByRole("dialog", { name: "New program" }).getByRole("textbox", { name: "Name" }).waitFor();
    },
  },
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
    screen: "members, all of them ticked",
    path: MEMBERS,
    bringUp: async (page) => {
      await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
      await page.getByRole("button", { name: "Bulk edit" }).waitFor();
    },
  },
  {
    screen: "customers of a program",
    path: `${PROGRAM}/customers`,
    bringUp: (page) => page.getByRole("table", { name: "Customers" }).waitFor(),
  },
  {
    screen: "change of a customer",
    path: `${PROGRAM}/customers`,
    bringUp: async (page) => {
      await page
        .getByRole("button", { name: /^Change / })
        .first()
        .click();
      await page.getByRole("dialog", { name: /^Whose customer is/ }).waitFor();
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
    screen: "postback",
    path: `${PROGRAM}/postback`,
    bringUp: (page) => page.getByRole("region", { name: "Parameters of a postback" }).waitFor(),
  },
  {
    screen: "members of whom nobody is found",
    path: `${MEMBERS}?search=nobody-at-all`,
    bringUp: (page) => page.getByRole("heading", { name: "Nobody found" }).waitFor(),
  },
  {
    screen: "member, with codes, links and history",
    path: `${MEMBERS}?member=p-7`,
    bringUp: async (page) => {
      const drawer = page.getByRole("dialog", { name: "Anna Lopez" });
      await drawer
        .getByRole("button", { name: /^Copy address/ })
        .first()
        .waitFor();
      await drawer.getByRole("heading", { name: "History" }).waitFor();
    },
  },
  {
    screen: "re-issue a code, the old one runs out later",
    path: `${MEMBERS}?member=p-7`,
    bringUp: async (page) => {
      await page
        .getByRole("button", { name: /^More for / })
        .first()
        .click();
      await page.getByRole("menuitem", { name: "Re-issue" }).click();
      await page.getByRole("radio", { name: "Runs out later" }).check();
      await page.getByLabel("The old code runs out").waitFor();
    },
  },
  {
    screen: "add members",
    path: MEMBERS,
    bringUp: async (page) => {
      await press(page, "Add members");
      await page.getByRole("list", { name: "Partners found" }).getByRole("checkbox").first().check();
    },
  },
  {
    screen: "bulk edit with a personal payout",
    path: MEMBERS,
    bringUp: async (page) => {
      await chooseBulkEdit(page, "Give or change a personal payout");
      await page.getByRole("textbox", { name: "The partner gets", exact: true }).waitFor();
    },
  },
  {
    screen: "what a bulk edit would change",
    path: MEMBERS,
    bringUp: async (page) => {
      await chooseBulkEdit(page, "Deactivate promo codes");
      await press(page, "See what will change");
      await page.getByText(/^Will change for \d+ members/).waitFor();
    },
  },
  {
    screen: "report of a bulk edit",
    path: MEMBERS,
    bringUp: async (page) => {
      await chooseBulkEdit(page, "Activate links");
      await press(page, "See what will change");
      await page.getByText(/so already/).waitFor();
      await press(page, "Back");
      await chooseFrom(page, page.getByRole("combobox", { name: "What to do" }), "Deactivate links");
      await press(page, "See what will change");
      await page.getByRole("button", { name: /^Change \d+ member/ }).click();
      await page.getByText(/^Changed for/).waitFor();
      await page.getByRole("link", { name: "Open its page" }).click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    screen: "bulk edits",
    path: `${PROGRAM}/bulk-edits`,
    bringUp: (page) =>
      page
        .getByRole("link", { name: "Deactivate links" })
        .or(page.getByRole("heading", { name: "No bulk edits yet" }))
        .waitFor(),
  },
  {
    screen: "report of a program, its chart as a table",
    path: `${PROGRAM}/report?period=last-30-days`,
    bringUp: async (page) => {
      await page.getByText("The same as a table").click();
      await page.getByRole("table", { name: "By day" }).waitFor();
    },
  },
  {
    screen: "report of a period in which nothing occurred",
    path: `${PROGRAM}/report?period=other&from=2020-01-01&until=2020-01-31`,
    bringUp: (page) => page.getByRole("heading", { name: "No conversions in these days" }).waitFor(),
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
    screen: "conversions of a program",
    path: CONVERSIONS,
    bringUp: (page) => page.getByRole("table", { name: "Conversions" }).waitFor(),
  },
  {
    screen: "conversion, with every rule",
    path: CONVERSIONS,
    bringUp: async (page) => {
      await page.getByRole("table", { name: "Conversions" }).getByRole("button", { name: /^o-/ }).first().click();
      await press(page, "Show every rule");
      await page.getByText("Every rule, in order").waitFor();
    },
  },
  {
    screen: "conversion that is reversed, with a fault",
    path: `${CONVERSIONS}?state=pending`,
    bringUp: async (page) => {
      await page.getByRole("table", { name: "Conversions" }).getByRole("button", { name: /^o-/ }).first().click();
      await press(page, "Reverse");
      const dialog = page.getByRole("dialog", { name: /^Reverse / });
      await dialog.getByRole("radio", { name: "An amount of the sale" }).check();
      await dialog.getByRole("textbox", { name: "Amount of the sale" }).fill("lots");
      await dialog.getByRole("textbox", { name: "Reason" }).fill("Sent back");
      await dialog.getByRole("button", { name: "Reverse" }).click();
      await dialog.getByText(/Must be an amount/).waitFor();
    },
  },
  {
    screen: "conversion that is entered by hand",
    path: CONVERSIONS,
    bringUp: async (page) => {
      await press(page, "Add conversion");
      await factField(page.getByRole("dialog", { name: "Add conversion" }), "Order total").fill("lots");
      await page.getByText(/Must be an amount/).waitFor();
    },
  },
  {
    screen: "conversions of a partner",
    path: `${PARTNER_PAGE}/conversions`,
    bringUp: (page) => page.getByRole("heading", { name: "No conversions yet" }).waitFor(),
  },
  {
    screen: "no such page",
    path: "/nowhere",
    bringUp: (page) => page.getByText("There is no such page").waitFor(),
  },
  {
    screen: "rule tester with an answer",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "Try a conversion");
      await factField(ruleTester(page), "Order total").fill("250");
      await press(page, "Test");
      await page.getByText("Payout to the partner").waitFor();
    },
  },
];

describe("every screen", () => {
  const { firstmatch, open } = useScreens({ demo: true });
  beforeAll(async () => {
    await plantPartner(firstmatch(), PARTNER);
    await join(firstmatch(), "acme", { partner: PARTNER.id });
    const other = { id: "every-other", name: "Every other", currency: "USD", timezone: "UTC" };
    const headers = { "content-type": "application/json" };
    await firstmatch().fetchJson("/api/programs", { method: "POST", headers, body: JSON.stringify(other) });
  });

  it.each(SCREENS)("keeps nobody out, light or dark, wide or narrow: $screen", async ({ path, bringUp }) => {
    const page = await open(path, { colorScheme: "light", reducedMotion: "reduce" });
    await bringUp(page);
    const found: Record<string, string[]> = {};
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [1280, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        const violations = await seriousViolations(page);
        if (await overflowsSideways(page)) violations.push("scrolls sideways");
        if (violations.length > 0) found[`${colorScheme}, ${width} px`] = violations;
      }
    }
    expect(found).toEqual({});
  });
});
