import type { CompiledTerms } from "../../domain/compile-terms.ts";
import type { Clock } from "../clock.ts";
import { LinkBook } from "../links/link-book.ts";
import { MemberBook } from "../members/member-book.ts";
import { PartnerBook } from "../partners/partner-book.ts";
import { PersonalPayoutBook } from "../personal-payouts/personal-payout-book.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { CodeBook } from "../promo-codes/code-book.ts";
import { termsKey } from "../terms/terms-store.ts";
import { Timeline } from "../versions/timeline.ts";
import type { StoredVersion, StoredVersionSummary, VersionStore } from "../versions/version-store.ts";
import { defaultTermsAt } from "./default-terms.ts";
import { VersionShelf } from "./version-shelf.ts";

/** `starting`: not yet read, nothing can be decided. `degraded`: the store is away, what was read still decides. */
export type Readiness = "starting" | "ready" | "degraded";

/**
 * What decisions need, in memory: programs with their default terms, published versions, personal payouts, partners,
 * members, promo codes; and links, which lead on without the store as well. Kept by refresh.ts, and at once by this process's own writes, so it answers on when the store goes away.
 */
export class LastKnown {
  readiness: Readiness = "starting";
  readonly personal = new PersonalPayoutBook();
  readonly partners = new PartnerBook();
  readonly members = new MemberBook(this.partners);
  readonly codes = new CodeBook();
  readonly links = new LinkBook();
  readonly shelf: VersionShelf;
  private readonly now: Clock;
  private readonly programs = new Map<string, StoredProgram>();
  private readonly timelines = new Map<string, Timeline<StoredVersionSummary>>();
  /** By program, the terms that were published. */
  private readonly published = new Map<string, Set<string>>();

  constructor(versions: VersionStore, now: Clock) {
    this.shelf = new VersionShelf(versions);
    this.now = now;
  }

  program(id: string): StoredProgram | undefined {
    return this.programs.get(id);
  }

  timeline(program: string, terms: string): Timeline<StoredVersionSummary> | undefined {
    return this.timelines.get(termsKey(program, terms));
  }

  /** The terms that decide for a partner who was given no others. */
  defaultTerms({ _id: id, defaultTerms }: StoredProgram, moment: number): string {
    return defaultTermsAt(defaultTerms, moment, (terms) => this.publishedAt(id, terms));
  }

  /** When terms were first published, in milliseconds. */
  private publishedAt(program: string, terms: string): number | undefined {
    const first = this.timeline(program, terms)?.first;
    return first && Date.parse(first.publishedAt);
  }

  /**
   * The moment whose personal payouts decide beside some terms: like the first version, those that stood beside it also
   * cover all time before. Undefined where nothing was published.
   */
  personalMoment(program: string, terms: string, moment: number): number | undefined {
    const published = this.publishedAt(program, terms);
    return published === undefined ? undefined : Math.max(moment, published);
  }

  /**
   * Whether any terms of a program may have such rules at that moment: whether it is worth a look at what was recorded.
   * Of a version that is not in memory anything may be true.
   */
  mayHave(kind: "usesPast" | "paysForLife", program: string, eventType: string, moment: number): boolean {
    if (this.personal.has(kind, program)) return true;
    return [...(this.published.get(program) ?? [])].some((terms) => {
      const version = this.timeline(program, terms)?.at(moment);
      const compiled = version && this.shelf.look(version._id);
      return version !== undefined && (compiled === undefined || compiled.events.get(eventType)?.[kind] === true);
    });
  }

  putProgram(program: StoredProgram): void {
    const known = this.programs.get(program._id);
    if (known === undefined || known.revision < program.revision) this.programs.set(program._id, program);
  }

  /** A version just published here. */
  putVersion(version: StoredVersion, compiled: CompiledTerms): void {
    const { document: _, ...summary } = version;
    this.shelf.put(version._id, compiled);
    this.putSummaries([summary]);
  }

  /** Those among these that decide from now on; their documents should be held before `putSummaries`. */
  decidingAmong(summaries: readonly StoredVersionSummary[]): StoredVersionSummary[] {
    const merged = new Map<string, Timeline<StoredVersionSummary>>();
    for (const summary of summaries) {
      const key = termsKey(summary.program, summary.terms);
      const timeline = merged.get(key) ?? new Timeline(this.timelines.get(key));
      merged.set(key, timeline);
      timeline.add(summary);
    }
    const now = this.now().getTime();
    return [...merged.values()].flatMap((timeline) => timeline.fromNowOn(now));
  }

  putSummaries(summaries: readonly StoredVersionSummary[]): void {
    for (const summary of summaries) {
      const key = termsKey(summary.program, summary.terms);
      const timeline = this.timelines.get(key) ?? new Timeline();
      this.timelines.set(key, timeline);
      timeline.add(summary);
      const published = this.published.get(summary.program) ?? new Set();
      this.published.set(summary.program, published.add(summary.terms));
    }
    this.pinDeciding();
  }

  /** As time passes, versions come into force and others become old. */
  pinDeciding(): void {
    const now = this.now().getTime();
    const deciding = [...this.timelines.values()].flatMap((timeline) => timeline.fromNowOn(now));
    this.shelf.pin(deciding.map(({ _id }) => _id));
  }
}
