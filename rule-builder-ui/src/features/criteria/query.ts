import type { Condition } from "@firstmatch/shared-types";
import { generateID, type RuleGroupType, type RuleType } from "react-querybuilder";

/**
 * Conditions as react-querybuilder holds them while they are edited: every row and block has an id, so that rows keep
 * their place on screen when they are sorted. A `not` is a block of its own with one child, so that a document with
 * `not` around a single condition comes back as it was.
 */
export type Joint = "all" | "any" | "not";
export type CriteriaRow = RuleType<string, string, Condition["value"]> & { id: string };
export type CriteriaQuery = Omit<RuleGroupType<CriteriaRow, Joint>, "rules" | "id"> & {
  id: string;
  rules: (CriteriaRow | CriteriaQuery)[];
};

export const isBlock = (entry: CriteriaRow | CriteriaQuery): entry is CriteriaQuery => "rules" in entry;

/** A row where nothing is chosen yet; the validator refuses it until it is filled. */
export const emptyRow = (newId: () => string = generateID): CriteriaRow => ({
  id: newId(),
  field: "",
  operator: "isAnyOf",
  value: [],
});

export const newBlock = (combinator: Joint, newId: () => string = generateID): CriteriaQuery => ({
  id: newId(),
  combinator,
  rules: [emptyRow(newId)],
});
