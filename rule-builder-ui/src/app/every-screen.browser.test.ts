import { beforeAll, describe, expect, it } from "vitest";
import { violationsInEveryLook } from "../testing/axe.ts";
import { join, plantPartner } from "../testing/planted-partner.ts";
import { conversions } from "../testing/screens/conversions.ts";
import { members } from "../testing/screens/members.ts";
import { partners } from "../testing/screens/partners.ts";
import { programs } from "../testing/screens/programs.ts";
import { PARTNER } from "../testing/screens/screen.ts";
import { terms } from "../testing/screens/terms.ts";
import { useScreens } from "../testing/use-screens.ts";

const SCREENS = [...programs, ...terms, ...partners, ...members, ...conversions];

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
    expect(await violationsInEveryLook(page, [1280, 1024])).toEqual({});
  });
});
