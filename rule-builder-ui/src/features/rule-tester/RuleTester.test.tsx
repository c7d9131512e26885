import type { Decision, PayoutGroup, TermsEvent } from "@firstmatch/shared-types";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { RuleTester, type RuleTesterProps } from "./RuleTester.tsx";
import {
  inactiveDecision,
  kpiDecision,
  mixedDecision,
  payableDecision,
  rejectedDecision,
  sampleTerms,
} from "./rule-tester.samples.ts";
import type { SimulateBody } from "./simulation.ts";

class Refused extends Error {
  readonly problem;
  constructor(errors: { pointer: string; message: string }[]) {
    super("The request has faults.");
    this.problem = { type: "/problems/invalid", title: "Invalid", status: 422, detail: this.message, errors };
  }
}

function setUp(answer: Decision | Refused = payableDecision, change: Partial<RuleTesterProps> = {}) {
  const asked: SimulateBody[] = [];
  const props: RuleTesterProps = {
    program: "acme",
    document: sampleTerms,
    documentName: "Standard",
    versions: [],
    eventType: "sale",
    hasCoupons: false,
    loadVersion: async () => sampleTerms,
    loadPersonal: async () => [],
    simulate: async (body) => {
      asked.push(body);
      if (answer instanceof Refused) throw answer;
      return answer;
    },
    onHighlight: vi.fn(),
    ...change,
  };
  const client = new QueryClient();
  const page = (shown: RuleTesterProps) => (
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RuleTester {...shown} />
      </QueryClientProvider>
    </MantineProvider>
  );
  const { rerender } = render(page(props));
  return {
    asked,
    props,
    user: userEvent.setup(),
    show: (changed: Partial<RuleTesterProps>) => rerender(page({ ...props, ...changed })),
  };
}

const orderTotal = () => screen.getByRole("combobox", { name: "Order total" });
const answer = () => screen.findByRole("region", { name: "Answer" });
const testIt = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole("button", { name: "Test" }));
  await screen.findByText("Payout to the partner");
};

describe("asking", () => {
  it("sends the event with the draft and decides nothing itself", async () => {
    const { user, asked } = setUp();
    await user.type(orderTotal(), "250.00");
    await user.type(screen.getByRole("textbox", { name: "Partner" }), "p-7");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Payout to the partner");
    expect(asked).toEqual([
      {
        terms: sampleTerms,
        partner: { id: "p-7" },
        event: { eventType: "sale", orderTotal: "250.00", partnerId: "p-7" },
      },
    ]);
  });

  it("sends a made-up past of the partner where a tier asks for it, and says when it is wrong", async () => {
    const sale = sampleTerms.events[0] as TermsEvent;
    const [first] = sale.groups ?? [];
    const tier = { fact: "partnerRevenueThisMonth", operator: "greaterThanInclusive" as const, value: "10000" };
    const groups = [{ ...(first as PayoutGroup), conditions: { all: [tier] } }];
    const { user, asked } = setUp(payableDecision, { document: { ...sampleTerms, events: [{ ...sale, groups }] } });
    const block = within(screen.getByRole("group", { name: "Partner's past" }));
    expect(block.getByText("Counts once a partner is named.")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Partner" }), "p-7");
    const sales = block.getByRole("combobox", { name: "Sales this month" });
    await user.type(sales, "1O");
    expect(await block.findByText('Must be an amount like "12.50", not "1O"')).toBeVisible();
    await user.clear(sales);
    await user.type(sales, "10000");
    await testIt(user);
    expect(asked[0]?.partner).toEqual({ id: "p-7", past: { partnerRevenueThisMonth: "10000" } });
  });

  it("opens the partner's past by hand where no rule asks for it", async () => {
    const { user, asked } = setUp();
    expect(screen.queryByRole("group", { name: "Partner's past" })).toBeNull();
    await user.type(screen.getByRole("textbox", { name: "Partner" }), "p-7");
    await user.click(screen.getByRole("combobox", { name: "More facts" }));
    await user.click(screen.getByRole("option", { name: "Partner's conversions in all" }));
    await user.keyboard("12");
    await testIt(user);
    expect(asked[0]?.partner).toEqual({ id: "p-7", past: { partnerConversions: "12" } });
    expect(asked[0]?.event).toEqual({ eventType: "sale", partnerId: "p-7" });
  });

  it("carries what was typed from the form to the JSON and back", async () => {
    const { user } = setUp();
    await user.type(orderTotal(), "12.50");
    await user.click(screen.getByRole("tab", { name: "JSON" }));
    const text = screen.getByRole("textbox", { name: "Event" });
    expect(JSON.parse((text as HTMLTextAreaElement).value)).toEqual({ eventType: "sale", orderTotal: "12.50" });
    await user.clear(text);
    await user.click(text);
    await user.paste('{"eventType":"sale","clickId":"c-1","mine":true}');
    await user.click(screen.getByRole("tab", { name: "Form" }));
    expect(screen.getByRole("textbox", { name: "Click id" })).toHaveValue("c-1");
    expect(await screen.findByText(/"mine" is not known here/)).toBeVisible();
  });

  it("keeps text that is no JSON yet, says where it breaks, and does not open the form", async () => {
    const { user } = setUp();
    await user.click(screen.getByRole("tab", { name: "JSON" }));
    const text = screen.getByRole("textbox", { name: "Event" });
    await user.clear(text);
    await user.click(text);
    await user.paste('{ "orderTotal": }');
    await user.click(screen.getByRole("tab", { name: "Form" }));
    expect(screen.getByText(/line 1, column 17: } does not belong here/)).toBeVisible();
    expect(text).toHaveValue('{ "orderTotal": }');
    expect(screen.getByRole("button", { name: "Test" })).toBeDisabled();
  });
});

describe("the answer", () => {
  it("payable: says the amounts, the winner and how every rule fared", async () => {
    const { user } = setUp();
    await testIt(user);
    const region = within(await answer());
    expect(region.getByText("Payable")).toBeVisible();
    expect(region.getAllByText("$37.50")).toHaveLength(2);
    expect(region.getByText("Partner: 15 % of the order's total, 250, = 37.50.")).toBeVisible();
    expect(region.getByText("Disabled")).toBeVisible();
    expect(region.getByText("Not reached")).toBeVisible();
    expect(region.getByText("The event says $250.00")).toBeVisible();
    expect(screen.getByRole("status")).toHaveTextContent("Payout $37.50, by Payout group 1: New and 200 or more.");
  });

  it("kpi: says that nothing is paid, and that the partner does not see it", async () => {
    const { user } = setUp(kpiDecision);
    await testIt(user);
    expect(within(await answer()).getByText("Tracked as a KPI: nothing is paid.")).toBeVisible();
    expect(screen.getByText("Private: not shown to the partner")).toBeVisible();
  });

  it("rejected: gives the reason as a sentence, and whose coupon code it was", async () => {
    const { user } = setUp(rejectedDecision);
    await testIt(user);
    const region = within(await answer());
    expect(region.getByText("The rule takes the payout from the postback, and none was received.")).toBeVisible();
    expect(
      region.getByText(/^Partner p-7, to whom the coupon code belongs · as of Nov 20, 2026, 05:00 .* · draft$/),
    ).toBeVisible();
  });

  it("rejected before any rule: says what was weighed, and whose promo code it was", async () => {
    const { user } = setUp(inactiveDecision);
    await testIt(user);
    const region = within(await answer());
    expect(region.getByText(/^The program, the partner or the membership was not active/)).toBeVisible();
    expect(region.getByText(/^The promo code SUMMER belongs to p-9; the event named p-7/)).toBeVisible();
    expect(region.getByText("The membership of p-9 was not active when the event occurred.")).toBeVisible();
    expect(region.getByText(/^Partner p-9, to whom the promo code belongs · /)).toBeVisible();
  });

  it("mixed: tells the rules item line by item line, and leads to what a line did not carry", async () => {
    const { user } = setUp(mixedDecision);
    await user.click(screen.getByRole("combobox", { name: "More facts" }));
    await user.click(screen.getByRole("option", { name: "Item lines" }));
    await user.click(screen.getByRole("button", { name: "Add item line" }));
    await testIt(user);
    expect(screen.getAllByRole("heading", { name: /^Item line \d$/ })).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "Fill in Item category" }));
    const second = screen.getByRole("group", { name: /Item line 2/ });
    expect(within(second).getByRole("textbox", { name: "Category" })).toHaveFocus();
  });
});

describe("beside the ranked list", () => {
  it("reports the winner and the verdicts, and takes them back when the draft changes", async () => {
    const { user, props, show } = setUp();
    await testIt(user);
    const verdicts = new Map([
      ["new-200", "matched"],
      ["weekend", "disabled"],
    ]);
    expect(props.onHighlight).toHaveBeenLastCalledWith(payableDecision.match, verdicts);
    show({ document: { ...sampleTerms, events: sampleTerms.events.map((event) => ({ ...event, groups: [] })) } });
    expect(screen.getByText("The draft has changed since this answer — test again.")).toBeVisible();
    expect(props.onHighlight).toHaveBeenLastCalledWith(null, new Map());
  });

  it("does not report an answer of a published version: the list shows the draft", async () => {
    const version = { version: 2, author: "Eva", note: "Raised", draftRevision: 1 };
    const moment = "2026-11-05T00:00:00Z";
    const { user, props } = setUp(payableDecision, {
      versions: [{ ...version, publishedAt: moment, inForceFrom: moment }],
    });
    await user.click(screen.getByRole("combobox", { name: "Test against" }));
    await user.click(screen.getByRole("option", { name: "Version 2: Raised" }));
    await testIt(user);
    expect(props.onHighlight).not.toHaveBeenCalled();
  });
});

describe("faults", () => {
  it("stand at their field, in the service's words", async () => {
    const { user } = setUp(new Refused([{ pointer: "/event/orderTotal", message: "must not be negative" }]));
    await user.type(orderTotal(), "5");
    await user.click(screen.getByRole("button", { name: "Test" }));
    await screen.findByText("The test was refused");
    expect(orderTotal()).toHaveAccessibleDescription("Must not be negative");
  });

  it("of the draft are called that, with the group they are in", async () => {
    const { user } = setUp(
      new Refused([{ pointer: "/terms/events/0/groups/0/conditions/all", message: "a group needs a condition" }]),
    );
    await user.click(screen.getByRole("button", { name: "Test" }));
    expect(await screen.findByText("The draft itself has faults")).toBeVisible();
    expect(screen.getByText("Online sale, payout group 1 (New and 200 or more), conditions all")).toBeVisible();
  });

  it("of the way to the service are shown, not swallowed", async () => {
    const { user } = setUp(payableDecision, {
      loadPersonal: async () => {
        throw new Error("The service cannot be reached.");
      },
    });
    await user.click(screen.getByRole("button", { name: "Test" }));
    await waitFor(() => expect(screen.getByText("The test could not be run")).toBeVisible());
    expect(screen.getAllByText("The service cannot be reached.")).not.toHaveLength(0);
  });
});

describe("saved tests", () => {
  it("come back with their answer, to be compared with a later one", async () => {
    const { user } = setUp();
    await user.type(orderTotal(), "250.00");
    await testIt(user);
    await user.click(screen.getByRole("button", { name: "Saved tests" }));
    await user.type(screen.getByRole("textbox", { name: "Save this test as" }), "big order{Enter}");
    await user.clear(orderTotal());
    await user.click(screen.getByRole("button", { name: "Saved tests (1)" }));
    await user.click(screen.getByRole("button", { name: "big order" }));
    expect(orderTotal()).toHaveValue("250.00");
    await user.click(screen.getByRole("button", { name: "Test" }));
    expect(await screen.findByText("The same answer as when it was saved")).toBeVisible();
    localStorage.clear();
  });
});

describe("clearing", () => {
  it("begins anew, and can be taken back", async () => {
    const { user } = setUp();
    await user.type(orderTotal(), "250.00");
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(orderTotal()).toHaveValue("");
    await user.click(screen.getByRole("button", { name: "Undo clear" }));
    expect(orderTotal()).toHaveValue("250.00");
  });
});

describe("copying", () => {
  it("copies the curl command", async () => {
    const { user } = setUp();
    await user.click(screen.getByRole("button", { name: "Copy as curl" }));
    expect(await navigator.clipboard.readText()).toContain("/evaluate'");
    expect(screen.getByRole("button", { name: "Copied" })).toBeVisible();
  });

  it("shows the text when the browser does not let it copy", async () => {
    const { user } = setUp();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    await user.click(screen.getByRole("button", { name: "Copy as JSON" }));
    expect(await screen.findByRole("textbox", { name: "Copy as JSON: text" })).toHaveValue(
      JSON.stringify({ eventType: "sale" }, null, 2),
    );
  });
});
