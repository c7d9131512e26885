import type { Logger } from "pino";
import { Access } from "./features/access/access.ts";
import { keyStore } from "./features/access/key-store.ts";
import { KeyUses } from "./features/access/key-uses.ts";
import { lastAdmin } from "./features/access/last-admin.ts";
import { sessionStore } from "./features/access/session-store.ts";
import { BulkEditRunner } from "./features/bulk-edits/bulk-edit-runner.ts";
import { bulkEditStore } from "./features/bulk-edits/bulk-edit-store.ts";
import { usageStore } from "./features/caps/usage-store.ts";
import { Changes } from "./features/changes.ts";
import { clickStore } from "./features/clicks/click-store.ts";
import type { Clock } from "./features/clock.ts";
import { conversionStore } from "./features/conversions/conversion-store.ts";
import { customerStore } from "./features/customers/customer-store.ts";
import { LastKnown } from "./features/evaluate/last-known.ts";
import { Moments } from "./features/evaluate/moments.ts";
import { recordedIn } from "./features/evaluate/recorded-in.ts";
import { Refresher } from "./features/evaluate/refresh.ts";
import { CatchUp } from "./features/history/catch-up.ts";
import { historyStore } from "./features/history/history-store.ts";
import { Journal } from "./features/journal/journal.ts";
import { journaledHistory } from "./features/journal/journaled-history.ts";
import { linkStore } from "./features/links/link-store.ts";
import { memberStore } from "./features/members/member-store.ts";
import { partnerStore } from "./features/partners/partner-store.ts";
import { payoutRunStore } from "./features/payout-runs/payout-run-store.ts";
import { PayoutRunner } from "./features/payout-runs/payout-runner.ts";
import { couponStore } from "./features/personal-payouts/coupon-store.ts";
import { personalPayoutStore } from "./features/personal-payouts/personal-payout-store.ts";
import { refusedStore } from "./features/postback/refused-store.ts";
import { programStore } from "./features/programs/program-store.ts";
import { settingsTold } from "./features/programs/settings-told.ts";
import { promoCodeStore } from "./features/promo-codes/promo-code-store.ts";
import { tallyStore } from "./features/tallies/tally-store.ts";
import { termsStore } from "./features/terms/terms-store.ts";
import { Turns } from "./features/turns.ts";
import { versionStore } from "./features/versions/version-store.ts";
import type { Storage } from "./storage/collection.ts";

/** What the use cases work with: the stores, and what is held in memory. */
export type Rooms = ReturnType<typeof wire>;

interface Wiring {
  storage: Storage;
  now: Clock;
  log: Logger;
  /** Counts as an admin key of its own (FIRSTMATCH_ADMIN_KEY). */
  adminKey?: string | undefined;
  /** Whether no sign-in is needed while there is no admin key; false where other machines reach the service. */
  mayBeOpen?: boolean;
  /** In which a proxy names the country of who follows a link (FIRSTMATCH_COUNTRY_HEADER). */
  countryHeader?: string | undefined;
}

export function wire({ storage, now, log, adminKey, mayBeOpen = true, countryHeader }: Wiring) {
  const history = historyStore(storage);
  const changes = new Changes(now, history, log, storage.exclusive);
  const programs = programStore(storage, changes);
  const terms = termsStore(storage, changes, now);
  const versions = versionStore(storage, changes);
  const personal = personalPayoutStore(storage, changes);
  const partners = partnerStore(storage, changes);
  const members = memberStore(storage, changes);
  const codes = promoCodeStore(storage, changes);
  const links = linkStore(storage, changes);
  const bulkEdits = bulkEditStore(storage, changes);
  const keys = keyStore(storage, changes);
  const keyUses = new KeyUses(storage, now, log);
  const sessions = sessionStore(storage, changes);
  const access = new Access({ keys, sessions, uses: keyUses, now, log, adminKey, mayBeOpen });
  const coupons = couponStore(storage, personal, now);
  const known = new LastKnown(versions, now);
  const journal = new Journal(storage, log);
  const lines = journaledHistory(journal, history, changes);
  const settings = settingsTold(journal);
  const conversions = conversionStore(journal);
  const usage = usageStore(journal);
  const customers = customerStore(journal);
  const payoutRuns = payoutRunStore(journal);
  const tallies = tallyStore(journal);
  const clicks = clickStore(storage, log);
  const refusedPostbacks = refusedStore(storage, log);
  const recorded = recordedIn({ clicks, customers, tallies });
  const moments = new Moments(now);
  const turns = new Turns();
  const catchUp = new CatchUp({ storage, changes, history, now, log });
  const refresher = new Refresher({
    ...{ known, programs, versions, personal, partners, members, codes, links },
    ...{ storage, changes, access, now, log },
  });
  return {
    ...{ history, programs, terms, versions, personal, coupons, partners, members, codes, links },
    ...{ journal, lines, settings, conversions, usage, customers, tallies, clicks, recorded, refusedPostbacks },
    ...{ bulkEdits, bulkEditRunner: new BulkEditRunner() },
    ...{ payoutRuns, payoutRunner: new PayoutRunner() },
    ...{ access, keys, keyUses, sessions, lastAdmin: lastAdmin(storage) },
    ...{ known, moments, turns, refresher, catchUp, now, log, countryHeader },
  };
}
