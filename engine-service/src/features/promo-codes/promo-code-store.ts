import { foldText } from "@firstmatch/shared-types";
import type { CodeHolding } from "../../domain/code-holding.ts";
import type { From } from "../../domain/timeline.ts";
import type { Storage } from "../../storage/collection.ts";
import type { Changes } from "../changes.ts";
import { kept, type Revised } from "../kept.ts";

/**
 * One document for each code of a program, whoever has it: a code is thus one member's at every moment, and who had it
 * before stays known.
 */
export interface StoredPromoCode extends Revised {
  program: string;
  /** As it was typed. */
  code: string;
  /** Whose it is now, to find it by. */
  partner: string;
  holding: From<CodeHolding>[];
  /** The code that this one took over from. */
  replaces: string | null;
  createdAt: string;
}

export const codeKey = (program: string, code: string) => `${program}/${encodeURIComponent(foldText(code))}`;

export type PromoCodeStore = ReturnType<typeof promoCodeStore>;

export const promoCodeStore = (storage: Storage, changes: Changes) =>
  kept<StoredPromoCode>(storage, changes, "promo-codes", [{ fields: ["partner"] }]);

/** What gives and takes codes of one program goes one after the other. */
export const codesTurn = (program: string) => `codes/${program}`;
