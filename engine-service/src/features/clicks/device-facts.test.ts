import { describe, expect, it } from "vitest";
import { deviceFacts } from "./device-facts.ts";

const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("a user agent", () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/120.0.0.0 Safari/537.36`, "Windows desktop Chrome"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Linux desktop Firefox"],
    [
      `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${WEBKIT} Chrome/120.0.0.0 Mobile Safari/537.36`,
      "Android mobile Chrome",
    ],
    [`Mozilla/5.0 (Linux; Android 13; SM-T970) ${WEBKIT} Chrome/116.0.0.0 Safari/537.36`, "Android tablet Chrome"],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0`,
      "Windows desktop Microsoft Edge",
    ],
    ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "- bot Googlebot"],
    ["curl/8.0", "- - -"],
    ["", "- - -"],
    [undefined, "- - -"],
    ["( ".repeat(100_000), "- - -"],
  ])("%s tells %s", (userAgent, told) => {
    const { platform = "-", device = "-", browser = "-" } = deviceFacts(userAgent);
    expect(`${platform} ${device} ${browser}`).toBe(told);
  });
});
