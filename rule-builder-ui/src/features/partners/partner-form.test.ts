import { NewPartner, type Partner, PartnerChange } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { EMPTY_FORM, formOf, newPartner, partnerChange } from "./partner-form.ts";

const ANNA: Partner = {
  id: "p-7",
  name: "Anna Lopez",
  contact: { email: "anna@example.com" },
  status: "active",
  revenueShare: "70",
  programRevenueShares: { acme: "75" },
  tags: ["creator"],
  programs: ["acme"],
  revision: 3,
  createdAt: "2026-11-20T10:00:00Z",
};

describe("a partner as it is typed", () => {
  const opened = formOf(ANNA);

  it("changes nothing when nothing was typed", () => expect(partnerChange(opened, opened)).toEqual({}));

  it.each([
    ["the name", { name: "Anna L." }, { name: "Anna L." }],
    ["the name but for a space around it", { name: " Anna Lopez " }, {}],
    ["the revenue share taken away", { revenueShare: "" }, { revenueShare: null }],
    ["a tag more", { tags: ["creator", "vip"] }, { tags: ["creator", "vip"] }],
    ["no share of its own left", { programShares: [] }, { programRevenueShares: {} }],
    [
      "a share for one more program",
      { programShares: [...opened.programShares, { program: "globex", share: "60" }] },
      { programRevenueShares: { acme: "75", globex: "60" } },
    ],
    [
      "a row for which no program is chosen yet",
      { programShares: [...opened.programShares, { program: "", share: "60" }] },
      {},
    ],
    [
      "a phone number",
      { contact: { ...opened.contact, phone: "+49 30 1" } },
      { contact: { email: "anna@example.com", phone: "+49 30 1" } },
    ],
  ])("sends only what differs: %s", (_, typed, change) => {
    const sent = partnerChange(opened, { ...opened, ...typed });
    expect(sent).toEqual(change);
    expect(PartnerChange.safeParse(sent).success).toBe(true);
  });

  it("is taken by the service's schema when only id and name are given", () => {
    const partner = newPartner("p-8", { ...EMPTY_FORM, name: "Ben" });
    expect(NewPartner.parse(partner)).toMatchObject({ id: "p-8", name: "Ben", contact: {}, revenueShare: null });
  });
});
