import Bowser from "bowser";

/** Longer than any browser's. */
const READ_AT_MOST = 1_000;

/**
 * What a user agent tells. `device` is mobile, tablet, desktop, tv or bot; `platform` and `browser` are names like iOS
 * and Firefox. What it does not tell is left out.
 */
export function deviceFacts(userAgent: string | undefined): { platform?: string; device?: string; browser?: string } {
  if (!userAgent) return {};
  const { os, platform, browser } = Bowser.parse(userAgent.slice(0, READ_AT_MOST));
  return {
    ...(os.name && { platform: os.name }),
    ...(platform.type && { device: platform.type }),
    ...(browser.name && { browser: browser.name }),
  };
}
