import type { NewLink, NewMember, NewPartner, NewPromoCode } from "@firstmatch/shared-types";
import { ACME } from "./acme-outfitters.ts";
import { BRIGHTSIDE } from "./brightside-energy.ts";

/** Of one partner in one program. */
export interface DemoMembership extends Omit<NewMember, "partner"> {
  program: string;
  codes?: Omit<NewPromoCode, "partner">[];
  links?: Omit<NewLink, "partner">[];
  active?: false;
  /** Moves to Gold with the next month. */
  goldNextMonth?: true;
}

export interface DemoPartner extends NewPartner {
  memberships: DemoMembership[];
}

const acme = (more: Omit<DemoMembership, "program"> = {}): DemoMembership => ({ program: ACME.id, ...more });
const brightside = (more: Omit<DemoMembership, "program"> = {}): DemoMembership => ({
  program: BRIGHTSIDE.id,
  ...more,
});
const shop = (name: string, path: string) => ({ name, url: `https://acme-outfitters.example/${path}` });

/** p-1 to p-12: every kind of partner and of membership that the screens know. */
export const DEMO_PARTNERS: DemoPartner[] = [
  {
    ...{ id: "p-1", name: "Bargain Basket", contact: { name: "Ruth Adeyemi", email: "ruth@bargain-basket.example" } },
    tags: ["deals"],
    memberships: [acme({ codes: [{ code: "BASKET5" }], links: [shop("Sale", "sale")] })],
  },
  {
    ...{ id: "p-2", name: "Roadside Reviews", contact: { email: "desk@roadside-reviews.example" } },
    ...{ revenueShare: "65", tags: ["reviews", "outdoors"] },
    memberships: [acme({ terms: "gold", links: [shop("Boots tested", "boots"), shop("Tents tested", "tents")] })],
  },
  {
    ...{ id: "p-3", name: "Mila Horvat", contact: { email: "mila@horvat.example" }, tags: ["creator"] },
    memberships: [acme({ terms: "gold", codes: [{ code: "MILA15" }] })],
  },
  {
    ...{ id: "p-4", name: "Tech Tonic", contact: { email: "hello@tech-tonic.example" }, tags: ["newsletter"] },
    revenueShare: "70",
    memberships: [acme({ active: false, codes: [{ code: "TONIC" }] }), brightside()],
  },
  {
    ...{ id: "p-5", name: "Coupon Corner", tags: ["deals"] },
    memberships: [acme({ codes: [{ pattern: "CORNER-{XXXX}" }, { pattern: "CORNER-{XXXX}" }] })],
  },
  {
    ...{ id: "p-6", name: "Luca Bianchi", contact: { email: "luca@bianchi.example" }, tags: ["creator"] },
    memberships: [acme({ goldNextMonth: true, code: true, links: [shop("My jacket", "jackets/alpine")] })],
  },
  {
    ...{ id: "p-7", name: "Anna Lopez", contact: { email: "anna@lopez.example", phone: "+1 212 555 0170" } },
    ...{ revenueShare: "75", tags: ["creator", "vip"] },
    memberships: [acme({ codes: [{ code: "ANNA10" }], links: [shop("Anna's picks", "picks/anna")] })],
  },
  {
    ...{ id: "p-8", name: "Sofia Lindqvist", status: "inactive", tags: ["creator"] },
    memberships: [acme({ codes: [{ code: "SOFIA" }] })],
  },
  {
    ...{ id: "p-9", name: "The Weekend Walker", contact: { email: "mail@weekend-walker.example" }, tags: ["outdoors"] },
    memberships: [acme({ code: true })],
  },
  {
    ...{ id: "p-10", name: "Northern Lights Media", contact: { name: "Jonas Berg", email: "jonas@nlm.example" } },
    ...{ revenueShare: "60", programRevenueShares: { [BRIGHTSIDE.id]: "80" }, tags: ["network", "vip"] },
    memberships: [acme({ terms: "gold" }), brightside()],
  },
  { id: "p-11", name: "Kaito Mori", revenueShare: "70", tags: ["creator"], memberships: [brightside()] },
  { id: "p-12", name: "Open Kitchen", contact: { email: "team@open-kitchen.example" }, memberships: [] },
];
