import { describe, expect, it } from "vitest";
import { landingAddress } from "./landing-address.ts";

describe("the address that a click leads to", () => {
  it.each([
    ["https://shop.example", "https://shop.example?click_id=K"],
    ["https://shop.example/a?", "https://shop.example/a?click_id=K"],
    ["https://shop.example/größe 日本", "https://shop.example/gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC?click_id=K"],
    ["https://bücher.example", "https://xn--bcher-kva.example?click_id=K"],
    [
      "https://Bücher.example:8443/größe?x=ü#ä",
      "https://xn--bcher-kva.example:8443/gr%C3%B6%C3%9Fe?x=%C3%BC&click_id=K#%C3%A4",
    ],
    ["https://Shop.example:443/ü", "https://Shop.example:443/%C3%BC?click_id=K"],
    ["https://{click_id}.bücher.example/", "https://K.xn--bcher-kva.example/"],
    ["https://shop.example/\r\nSet-Cookie: a=b", "https://shop.example/%0D%0ASet-Cookie:%20a=b?click_id=K"],
    ["https://shop.example/?x=1", "https://shop.example/?x=1&click_id=K"],
    ["https://shop.example/?x=1&", "https://shop.example/?x=1&click_id=K"],
    ["https://shop.example/#/shoes?x=1", "https://shop.example/?click_id=K#/shoes?x=1"],
    ["https://shop.example/?click_id=&x=1", "https://shop.example/?click_id=K&x=1"],
    ["https://shop.example/?my_click_id=7", "https://shop.example/?my_click_id=7&click_id=K"],
    ["https://shop.example/{click_id}/x", "https://shop.example/K/x"],
    ["https://shop.example/?a={click_id}#{click_id}", "https://shop.example/?a=K#K"],
    ["https://shop.example/?a={CLICK_ID}", "https://shop.example/?a={CLICK_ID}&click_id=K"],
  ])("%s → %s", (url, address) => {
    expect(landingAddress(url, "K")).toBe(address);
  });

  it("is the stored one where no click was recorded", () => {
    expect(landingAddress("https://shop.example/?x=1", null)).toBe("https://shop.example/?x=1");
    expect(landingAddress("https://shop.example/?x={click_id}", null)).toBe("https://shop.example/?x=");
  });
});
