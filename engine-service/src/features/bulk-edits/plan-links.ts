import type { KnownLink } from "../links/link-book.ts";
import { done, type Plan, unchanged } from "./plan.ts";
import { are } from "./words.ts";

export const linksToChange = (links: readonly KnownLink[], active: boolean): readonly KnownLink[] =>
  links.filter((link) => link.active !== active);

export function planLinks(links: readonly KnownLink[], { active }: { active: boolean }): Plan {
  if (links.length === 0) return unchanged("has no links");
  const names = linksToChange(links, active).map(({ name }) => name);
  const word = active ? "active" : "inactive";
  if (names.length === 0) return unchanged(`has ${word} links already`);
  return done(`${are(names)} ${active ? "activated" : "deactivated"}`);
}
