import type { Terms } from "@firstmatch/shared-types";
import {
  doors,
  group,
  ifMatch,
  personalPayout,
  type Reply,
  STANDARD,
  saleTerms,
  startedWithProgram,
  type TestService,
} from "./test-service.ts";

const PERSONAL = `${STANDARD}/events/sale/personal-payouts`;

/** The answer, unless it is a refusal. */
export const sent = async (reply: Promise<Reply>): Promise<Reply> => {
  const answer = await reply;
  if (answer.status >= 300) throw new Error(answer.text);
  return answer;
};

export const makePartner = ({ send }: TestService, id: string, name: string, more: object = {}) =>
  sent(send("POST", "/api/partners", { id, name, ...more }));
const join = ({ send }: TestService, partner: string, more: object = {}) =>
  sent(send("POST", "/api/programs/acme/members", { partner, ...more }));

/** What must never be told to Vera: everything that is Bruno's or Carla's, or private. */
export const SECRETS = {
  ids: ["p-bruno", "p-carla"],
  names: ["Bruno Vogelsang", "Carla Quintero"],
  contacts: ["bruno@example.com", "+49 30 1234"],
  tags: ["bruno-tag"],
  codes: ["BRUNOCODE", "CARLACODE", "CARLACOUPON", "OLDCODE"],
  links: ["bruno.example", "Brunos shoes"],
  personal: ["Brunos deal", "31.41", "Deal of Carla and Vera"],
  groups: ["Secret launch", "Hidden category", "27.18", "Bruno only", "16.18", "Switched off", "11.11"],
  conversions: ["SECRET-TRIAL", "BRUNO-SALE", "bruno-order", "bruno-customer", "CARLA-SALE", "Secret trial", "13.13"],
  others: ["Terms for gold", "44.44", "platform", "7.77", "Draft group"],
};

/** A program with three members, where a manager has named the others wherever that can be done. */
export async function crowdedProgram() {
  const { service, draft, saveDraft } = await startedWithProgram();
  const { send } = service;
  await makePartner(service, "p-vera", "Vera Amsel", { revenueShare: "70" });
  await makePartner(service, "p-bruno", "Bruno Vogelsang", {
    contact: { email: "bruno@example.com", phone: "+49 30 1234" },
    tags: ["bruno-tag"],
  });
  await makePartner(service, "p-carla", "Carla Quintero");
  await makePartner(service, "200", "New"); // called as other things are
  const { put } = doors(service);
  await sent(
    send("POST", "/api/programs/acme/terms", { id: "gold", name: "Terms for gold", document: saleTerms("44.44") }),
  );
  await put({ ...saleTerms("44.44"), name: "Terms for gold" }, {}, "/api/programs/acme/terms/gold");
  const all = (...nodes: object[]) => ({ conditions: { all: nodes } });
  const is = (fact: string, ...value: string[]) => ({ fact, operator: "isAnyOf", value });
  const groups = [
    { ...group("Secret launch", "itemCategory", "Hidden category", "27.18"), ...setup("private", "27.18") },
    { ...group("Bruno only", "partnerId", "p-bruno", "16.18") },
    { ...group("Switched off", "source", "x", "11.11"), enabled: false },
    {
      ...group("Friends", "", "", "12"),
      ...all(
        is("partnerId", "p-vera", "p-bruno", "P-CARLA"),
        is("promoCode", "brunocode", "CarlaCoupon", "VERACODE"),
        { fact: "promoCode", operator: "doesNotContain", value: ["BRUNO"] },
        is("source", "Carla Quintero", "newsletter"),
        { not: is("subSource", "p-bruno") },
        is("customerStatus", "New"),
        { fact: "orderTotal", operator: "greaterThan", value: "200" },
      ),
    },
    {
      ...group("Not for Bruno", "", "", "11"),
      ...all({ fact: "partnerId", operator: "isNoneOf", value: ["p-bruno"] }),
    },
  ].map((each) => (each.name === "Not for Bruno" ? { ...each, name: "For most" } : each));
  const standard = saleTerms("10", {
    groups: groups as never,
    default: { payout: { model: "CPS", partner: { percent: "10" }, platform: { percent: "7.77" } } },
  });
  const trial: Terms["events"][number] = {
    ...{ type: "trial", name: "Secret trial", level: "order" },
    default: { payout: { model: "CPA", partner: { fixed: "13.13" } }, setup: { visibility: "private" } },
  };
  await put({ ...standard, events: [...standard.events, trial] });
  // A draft is nobody's but the managers'.
  const { revision, terms } = await draft();
  await sent(
    saveDraft(revision, {
      ...terms,
      events: [{ ...terms.events[0], groups: [group("Draft group", "source", "y", "3")] }],
    }),
  );
  for (const partner of ["p-vera", "p-bruno"]) await join(service, partner);
  await join(service, "p-carla", { terms: "gold" });
  for (const payout of [
    personalPayout("vera", "p-vera", "20", "VERACOUPON"),
    personalPayout("bruno", "p-bruno", "31.41"),
    { ...personalPayout("shared", "p-vera", "15"), partners: ["p-vera", "p-carla"], title: "Deal of Carla and Vera" },
    personalPayout("carla", "p-carla", "9", "CARLACOUPON"),
  ]) {
    service.clock.advance(1); // the older is tried first
    await sent(send("POST", PERSONAL, { ...payout, title: payout.id === "bruno" ? "Brunos deal" : payout.title }));
  }
  const codes = "/api/programs/acme/codes";
  for (const [partner, code] of [
    ["p-vera", "VERACODE"],
    ["p-bruno", "BRUNOCODE"],
    ["p-carla", "CARLACODE"],
    ["p-bruno", "OLDCODE"],
    ["p-bruno", "PASSEDON"],
  ])
    await sent(send("POST", codes, { partner, code }));
  await sent(send("PATCH", `${codes}/PASSEDON`, { active: false }, ifMatch(1)));
  await sent(send("POST", codes, { partner: "p-vera", code: "PASSEDON" }));
  const links = "/api/programs/acme/links";
  const link = await sent(
    send("POST", links, { partner: "p-vera", name: "My shoes", url: "https://shop.example/vera" }),
  );
  await sent(send("POST", links, { partner: "p-bruno", name: "Brunos shoes", url: "https://bruno.example/" }));
  for (const conversion of [
    { conversionId: "vera/1", partnerId: "p-vera", orderTotal: "100", orderId: "vera-order" },
    { conversionId: "vera/2", partnerId: "p-vera", orderTotal: "50", promoCode: "VERACOUPON" },
    { conversionId: "SECRET-TRIAL", partnerId: "p-vera", orderId: "vera-order", eventType: "trial" },
    { conversionId: "BRUNO-SALE", partnerId: "p-bruno", orderTotal: "70", orderId: "bruno-order" },
    { conversionId: "BRUNO-SALE-2", partnerId: "p-bruno", orderTotal: "70", customerId: "bruno-customer" },
    { conversionId: "CARLA-SALE", partnerId: "p-carla", orderTotal: "30" },
  ])
    await sent(send("POST", "/conversions", { program: "acme", eventType: "sale", ...conversion }));
  return { service, link: link.body.id as string };
}

const setup = (visibility: string, percent: string) => ({
  event: {
    type: "payout",
    params: { payout: { model: "CPS", partner: { percent } }, setup: { visibility } },
  },
});
