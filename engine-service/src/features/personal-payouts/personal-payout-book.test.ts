import type { PersonalPayout } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { personalPayout, saleTerms } from "../../testing/test-service.ts";
import { PersonalPayoutBook } from "./personal-payout-book.ts";
import { type PersonalPayoutRecord, personalKey } from "./personal-payout-store.ts";

const PLACE = { program: "acme", terms: "standard", eventType: "sale" };
const FROM = "2026-11-20T10:00:00.000Z";
const TERMS = saleTerms("10");

const record = (payout: PersonalPayout, revision = 1): PersonalPayoutRecord => ({
  ...PLACE,
  _id: personalKey(PLACE, payout.id),
  order: `${FROM} ${payout.id}`,
  revision,
  history: [{ revision, inForceFrom: FROM, payout }],
  ...{ partners: payout.partners, couponCode: null, removed: false, changedAt: FROM, changedBy: "test" },
});

const holdersOf = (book: PersonalPayoutBook, code: string, moment = FROM, program = "acme", eventType = "sale") =>
  book.couponsAt(program, eventType, code, () => Date.parse(moment));
const at = (book: PersonalPayoutBook, moment = FROM) => book.at("acme", "standard", Date.parse(moment), TERMS);

describe("personal payouts in memory", () => {
  it("are found among fifty thousand without a walk over them", () => {
    const book = new PersonalPayoutBook();
    for (let n = 0; n < 50_000; n++) book.put(record(personalPayout(`d${n}`, `p-${n}`, "20", `CODE${n}`)));
    // 20,000 lookups, compiling included; a walk over all of them at each would take minutes, beyond the test's limit.
    for (let n = 0; n < 10_000; n++) {
      expect(at(book).ofPartner("sale", `p-${n * 5}`)).toHaveLength(1);
      if (holdersOf(book, `code${n}`)[0]?.partner !== `p-${n}`) throw new Error(`CODE${n} is lost`);
    }
  });

  it("are compiled once for each version of the terms", () => {
    const book = new PersonalPayoutBook();
    book.put(record(personalPayout("anna", "p-7", "20")));
    const [first] = at(book).ofPartner("sale", "p-7");
    expect(at(book).ofPartner("sale", "p-7")[0]).toBe(first);
    expect(book.at("acme", "standard", Date.parse(FROM), saleTerms("10")).ofPartner("sale", "p-7")[0]).not.toBe(first);
  });

  it("are at each moment those that were in force then, in whatever order the moments are asked for", () => {
    const book = new PersonalPayoutBook();
    const hour = (hours: number) => `2026-11-20T${10 + hours}:00:00.000Z`;
    const change = (id: string, ...percents: (string | null)[]) =>
      book.put({
        ...record(personalPayout(id, "p-7", "0"), percents.length),
        history: percents.map((percent, at) => ({
          ...{ revision: at + 1, inForceFrom: hour(at) },
          payout: percent === null ? null : personalPayout(id, "p-7", percent),
        })),
      });
    change("anna", "20", "30", null, "40");
    change("bob", "5");
    const asked = (moment: string) =>
      at(book, moment)
        .ofPartner("sale", "p-7")
        .map(({ payout }) => payout.partner?.percent);
    for (const hours of [3, 0, 2, 1, 2, 0, 3])
      expect(asked(hour(hours))).toEqual([["20", "5"], ["30", "5"], ["5"], ["40", "5"]][hours]);
    change("anna", "20", "30", null, "40", "50");
    expect([asked(hour(3)), asked(hour(4))]).toEqual([
      ["40", "5"],
      ["50", "5"],
    ]);
  });

  it("do not go back to an older state", () => {
    const book = new PersonalPayoutBook();
    book.put(record(personalPayout("anna", "p-7", "30"), 2));
    book.put(record(personalPayout("anna", "p-7", "20"), 1));
    expect(at(book).ofPartner("sale", "p-7")[0]?.payout.partner).toEqual({ percent: "30" });
  });

  it("stay in their own program, terms and event type, and are not in force before their moment", () => {
    const book = new PersonalPayoutBook();
    book.put(record(personalPayout("anna", "p-7", "20", "ANNA10")));
    const elsewhere = [
      book.at("other", "standard", Date.parse(FROM), TERMS),
      book.at("acme", "gold", Date.parse(FROM), TERMS),
      at(book, "2026-11-20T09:59:59.999Z"),
    ];
    for (const payouts of elsewhere) expect(payouts.ofPartner("sale", "p-7")).toEqual([]);
    expect(holdersOf(book, "anna10")).toEqual([{ terms: "standard", partner: "p-7" }]);
    expect(holdersOf(book, "anna10", "2026-11-20T09:59:59.999Z")).toEqual([]);
    expect(holdersOf(book, "anna10", FROM, "other")).toEqual([]);
    expect(holdersOf(book, "anna10", FROM, "acme", "lead")).toEqual([]);
    expect(book.ofPartner("other", "p-7")).toEqual([]);
    expect(at(book).ofPartner("lead", "p-7")).toEqual([]);
  });

  it("that are switched off give their code to nobody", () => {
    const book = new PersonalPayoutBook();
    book.put(record({ ...personalPayout("anna", "p-7", "20", "ANNA10"), enabled: false }));
    expect(holdersOf(book, "anna10")).toEqual([]);
    expect(at(book).ofPartner("sale", "p-7")[0]?.disabled).toBe(true);
  });

  it("hold a code for their partner whatever its case, switched off as well, until it is taken from them", () => {
    const book = new PersonalPayoutBook();
    const anna = record({ ...personalPayout("anna", "p-7", "20", "ANNA10"), enabled: false });
    book.put({ ...anna, couponCode: "anna10" });
    expect(book.couponHolders("acme", "Anna10")).toEqual(["p-7"]);
    expect(book.couponHolders("other", "Anna10")).toEqual([]);
    book.put({ ...anna, revision: 2, couponCode: null });
    expect(book.couponHolders("acme", "Anna10")).toEqual([]);
  });

  it("of a partner are those that are there now, whatever it had before", () => {
    const book = new PersonalPayoutBook();
    const here = record(personalPayout("here", "p-7", "20"));
    book.put(here);
    book.put(record(personalPayout("others", "p-8", "20")));
    const gone = record(personalPayout("gone", "p-7", "20"));
    book.put(gone);
    book.put({
      ...gone,
      revision: 2,
      history: [...gone.history, { revision: 2, inForceFrom: FROM, payout: null }],
      ...{ partners: [], removed: true },
    });
    expect(book.ofPartner("acme", "p-7").map(({ _id }) => _id)).toEqual([here._id]);
  });
});
