import type { Report } from "@firstmatch/shared-types";
import { ruleKey } from "../../domain/rule-key.ts";
import type { Rooms } from "../../wire.ts";

/** Groups that are enabled in the versions in force now, and that decided nothing. @param fired keys of rules that did */
export async function neverFired(
  { known, terms, moments }: Rooms,
  program: string,
  fired: ReadonlySet<string>,
): Promise<Report["neverFired"]> {
  const found: Report["neverFired"] = [];
  for (const id of await terms.ids(program)) {
    const version = known.timeline(program, id)?.at(moments.present());
    if (version === undefined) continue;
    const document = (await known.shelf.get(version)).terms;
    for (const event of document.events) {
      if (event.customGroups === false) continue;
      for (const group of event.groups ?? []) {
        const key = ruleKey({ terms: { id, version: null }, eventType: event.type }, { kind: "group", id: group.id });
        if (group.enabled !== false && !fired.has(key))
          found.push({ terms: id, eventType: event.type, id: group.id, name: group.name });
      }
    }
  }
  return found;
}
