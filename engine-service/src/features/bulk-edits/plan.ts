import type { Fault, TermsEvent } from "@firstmatch/shared-types";
import type { Problem } from "../../http/problem.ts";
import type { KnownLink } from "../links/link-book.ts";
import type { KnownMember } from "../members/member-book.ts";
import type { Words } from "../members/member-words.ts";
import type { KnownPersonalPayout } from "../personal-payouts/personal-payout-book.ts";
import type { KnownPromoCode } from "../promo-codes/code-book.ts";

/** What would happen to one member, and why not where it would not. */
export interface Plan {
  result: "done" | "unchanged" | "refused";
  /** Goes on after the partner's name: "moves from Standard to Gold". */
  sentence: string;
}

export const done = (sentence: string): Plan => ({ result: "done", sentence });
export const unchanged = (sentence: string): Plan => ({ result: "unchanged", sentence });
export const refused = (sentence: string): Plan => ({ result: "refused", sentence });

/** A use case's refusal, as the line tells it. */
export const refusal = ({ message, faults: [first] }: Problem): Plan =>
  refused(first === undefined ? message : `${first.pointer.slice(1)} ${first.message}`);

/** What of the program an edit goes by, read once for many members. */
export interface EditScope {
  program: string;
  currency: string;
  /** The moment at which the edit is looked at. */
  at: string;
  words: Words;
  /** The program's default terms, then. */
  defaultTerms: string;
  /** The event type that a personal payout is about, in the terms that have it. */
  events: ReadonlyMap<string, ScopedEvent>;
}

export interface ScopedEvent {
  event: TermsEvent;
  /** What keeps the payout of the edit from being paid beside it; pointers are into the edit. */
  faults: readonly Fault[];
}

/** What an edit goes by for one partner. What its kind does not ask for may be left empty. */
export interface MemberState {
  partner: string;
  /** Undefined: there is no such partner. */
  name: string | undefined;
  /** Undefined: never was a member. */
  member: KnownMember | undefined;
  /** The codes that are the member's own now. */
  codes: readonly KnownPromoCode[];
  links: readonly KnownLink[];
  /** The partner's personal payouts in the program that are there now. */
  personal: readonly KnownPersonalPayout[];
}
