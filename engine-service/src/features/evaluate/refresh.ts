import type { Logger } from "pino";
import { type Storage, StoreUnavailable } from "../../storage/collection.ts";
import type { Access } from "../access/access.ts";
import type { Changes } from "../changes.ts";
import type { Clock } from "../clock.ts";
import type { LinkStore } from "../links/link-store.ts";
import type { MemberStore } from "../members/member-store.ts";
import type { PartnerStore } from "../partners/partner-store.ts";
import type { PersonalPayoutStore } from "../personal-payouts/personal-payout-store.ts";
import type { ProgramStore } from "../programs/program-store.ts";
import type { PromoCodeStore } from "../promo-codes/promo-code-store.ts";
import type { VersionStore } from "../versions/version-store.ts";
import type { LastKnown } from "./last-known.ts";

/** How often other processes' writes are looked for. */
export const REFRESH_EVERY_MS = 1_000;

/**
 * How far each look reaches back behind the one before. It must cover what clocks of several processes differ by, plus
 * the time that a write takes from its stamp to the store.
 */
const LOOK_BACK_MS = 30_000;

export interface Sources {
  known: LastKnown;
  programs: ProgramStore;
  versions: VersionStore;
  personal: PersonalPayoutStore;
  partners: PartnerStore;
  members: MemberStore;
  codes: PromoCodeStore;
  links: LinkStore;
  storage: Storage;
  changes: Changes;
  access: Access;
  now: Clock;
  log: Logger;
}

/** Reads everything the first time, later only what others changed. Goes on trying through outages. */
export class Refresher {
  /** Resolves when everything was read for the first time. */
  readonly ready: Promise<void>;
  private readonly from: Sources;
  private tellReady = () => {};
  private readUpTo: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  /** The last look; an outage is told once. */
  private failed = false;

  constructor(from: Sources) {
    this.from = from;
    this.ready = new Promise((resolve) => {
      this.tellReady = resolve;
    });
  }

  /** Resolves after the first look, whether it went well or not. */
  async start(): Promise<void> {
    await this.look();
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(), REFRESH_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One look; the readiness tells how it went. */
  async look(): Promise<void> {
    const { known, log } = this.from;
    try {
      await this.read();
      if (known.readiness !== "ready") log.info({ readiness: "ready" }, "published versions are read");
      known.readiness = "ready";
      this.failed = false;
      this.tellReady();
    } catch (error) {
      if (known.readiness === "ready") known.readiness = "degraded";
      const { readiness } = known;
      if (!(error instanceof StoreUnavailable)) log.error({ err: error }, "looking for changes failed");
      else if (!this.failed) log.warn({ why: error.message, readiness }, "the store is away");
      this.failed = true;
    }
  }

  private async read(): Promise<void> {
    const { known, programs, versions, personal, partners, members, codes, links } = this.from;
    const { storage, changes, access, now } = this.from;
    const began = now().getTime();
    const since = this.readUpTo === undefined ? undefined : new Date(this.readUpTo - LOOK_BACK_MS).toISOString();
    // After a bulk edit, looking through what this very process wrote would hold up every decision meanwhile.
    const nothing = since !== undefined && !changes.mayHaveMissed;
    const read = async <T>(store: { all(): Promise<T[]>; changedSince(since: string): Promise<T[]> }) =>
      since === undefined ? store.all() : nothing ? [] : store.changedSince(since);
    await storage.ping();
    // A key that was taken away must not wait for anything else.
    await access.read(since);
    const [summaries, ...found] = await Promise.all([
      read({ all: versions.summaries, changedSince: versions.summariesSince }),
      read(programs),
      ...[read(personal), read(partners), read(members), read(codes), read(links)],
    ] as const);
    // Documents before summaries: what is visible can be decided, store or no store.
    for (const summary of known.decidingAmong(summaries)) await this.hold(summary);
    // From here on in one go: no event is decided by half of what was found.
    known.putSummaries(summaries);
    const [changed, payouts, profiles, joined, given, linked] = found;
    for (const program of changed) known.putProgram(program);
    for (const payout of payouts) known.personal.put(payout);
    for (const partner of profiles) known.partners.put(partner);
    for (const member of joined) known.members.put(member);
    for (const code of given) known.codes.put(code);
    for (const link of linked) known.links.put(link);
    this.readUpTo = began;
  }

  /** One version that cannot be compiled must not keep all others from deciding; its own events are refused. */
  private async hold(summary: Parameters<LastKnown["shelf"]["get"]>[0]): Promise<void> {
    const { known, log } = this.from;
    try {
      if (!known.shelf.has(summary._id)) await known.shelf.get(summary);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error({ err: error, version: summary._id }, "a published version cannot be read");
    }
  }
}
