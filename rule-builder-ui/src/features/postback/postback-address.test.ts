import { POSTBACK_KEY, POSTBACK_PARAMETERS } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { postbackAddress } from "./postback-address.ts";

describe("the address for a tracker", () => {
  it("names program and event type, and holds placeholders for the rest", () => {
    expect(postbackAddress("https://pay.example", "acme", "free trial")).toBe(
      "https://pay.example/postback?program=acme&event=free%20trial&conversion_id={conversion_id}&click_id={click_id}&order_id={order_id}&amount={amount}&payout={payout}&key={key}",
    );
  });

  it("uses parameters that there are", () => {
    const used = [...new URL(postbackAddress("https://pay.example", "acme", "sale")).searchParams.keys()];
    const known = [...POSTBACK_PARAMETERS.map(({ name }) => name), POSTBACK_KEY];
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });
});
