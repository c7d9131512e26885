import { type Condition, type ConditionNode, type Conditions, isLeaf } from "@firstmatch/shared-types";
import { predicateFor } from "../../domain/operators.ts";

/** Stands in criteria where a manager named somebody else. */
export const SOMEONE_ELSES = "another partner's";

/** For whom conditions are shown. */
export interface Reader {
  partner: string;
  /** IANA name, of the terms. */
  timezone: string;
  /** Whether a text that something is compared with tells of another partner. */
  isOthers: (text: string, condition: Condition) => boolean;
}

/**
 * Conditions as they read to one partner: what they ask about the partner is answered already, so that no other's id is
 * in them; and where they name somebody else in passing, they say only that.
 *
 * @returns null where they can never hold for this partner
 */
export function forPartner(conditions: Conditions, reader: Reader): Conditions | null {
  const read = readNode(conditions, reader);
  if (typeof read === "boolean") return read ? { all: [] } : null;
  return "all" in read ? read : { all: [read] };
}

/** True, false, or what is left to ask. */
type Read = ConditionNode | boolean;

function readNode(node: ConditionNode, reader: Reader): Read {
  if (isLeaf(node)) return readLeaf(node, reader);
  if ("not" in node) {
    const inner = readNode(node.not, reader);
    return typeof inner === "boolean" ? !inner : { not: inner };
  }
  if ("all" in node) {
    const open = openOf(node.all, reader, false);
    return typeof open === "boolean" ? open : { all: open };
  }
  const open = openOf(node.any, reader, true);
  return typeof open === "boolean" ? open : { any: open };
}

/** The nodes that are not answered yet; the answer, when one of them decides or none is left. */
function openOf(nodes: readonly ConditionNode[], reader: Reader, deciding: boolean): ConditionNode[] | boolean {
  const read = nodes.map((node) => readNode(node, reader));
  if (read.includes(deciding)) return deciding;
  const open = read.filter((node) => typeof node !== "boolean");
  return open.length === 0 ? !deciding : open;
}

function readLeaf(condition: Condition, { partner, timezone, isOthers }: Reader): Read {
  const { fact, operator, value } = condition;
  if (fact === "partnerId") return predicateFor(operator, value, timezone)(partner);
  if (value === true) return condition;
  const shown = [value].flat().map((text) => (isOthers(text, condition) ? SOMEONE_ELSES : text));
  return { ...condition, value: typeof value === "string" ? (shown[0] as string) : [...new Set(shown)] };
}
