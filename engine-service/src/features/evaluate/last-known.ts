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

/** The versions of some terms, of which there is at least one. */
interface PublishedTerms {
  timeline: Timeline<StoredVersionSummary>;
  /** When they were first published, in milliseconds. */
  since: number | undefined;
}

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
  /** By program, then by terms. */
  private readonly published = new Map<string, Map<string, PublishedTerms>>();

  constructor(versions: VersionStore, now: Clock) {
    this.shelf = new VersionShelf(versions);
    this.now = now;
  }

  program(id: string): StoredProgram | undefined {
    return this.programs.get(id);
  }

  timeline(program: string, terms: string): Timeline<StoredVersionSummary> | undefined {
    return this.published.get(program)?.get(terms)?.timeline;
  }

  /** The terms that decide for a partner who was given no others. */
  defaultTerms({ _id: id, defaultTerms }: StoredProgram, moment: number): string {
    return defaultTermsAt(defaultTerms, moment, (terms) => this.publishedAt(id, terms));
  }

  /** When terms were first published, in milliseconds. */
  private publishedAt(program: string, terms: string): number | undefined {
    return this.published.get(program)?.get(terms)?.since;
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
    for (const { timeline } of this.published.get(program)?.values() ?? []) {
      const version = timeline.at(moment);
      const compiled = version && this.shelf.look(version._id);
      if (version !== undefined && (compiled === undefined || compiled.events.get(eventType)?.[kind])) return true;
    }
    return false;
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
      const timeline = merged.get(key) ?? new Timeline(this.timeline(summary.program, summary.terms));
      merged.set(key, timeline);
      timeline.add(summary);
    }
    const now = this.now().getTime();
    return [...merged.values()].flatMap((timeline) => timeline.fromNowOn(now));
  }

  putSummaries(summaries: readonly StoredVersionSummary[]): void {
    for (const summary of summaries) {
      const ofProgram = this.published.get(summary.program) ?? new Map<string, PublishedTerms>();
      const timeline = ofProgram.get(summary.terms)?.timeline ?? new Timeline();
      timeline.add(summary);
      const since = timeline.first && Date.parse(timeline.first.publishedAt);
      this.published.set(summary.program, ofProgram.set(summary.terms, { timeline, since }));
    }
    this.pinDeciding();
  }

  /** As time passes, versions come into force and others become old. */
  pinDeciding(): void {
    const now = this.now().getTime();
    const published = [...this.published.values()].flatMap((ofProgram) => [...ofProgram.values()]);
    const deciding = published.flatMap(({ timeline }) => timeline.fromNowOn(now));
    this.shelf.pin(deciding.map(({ _id }) => _id));
  }
}
