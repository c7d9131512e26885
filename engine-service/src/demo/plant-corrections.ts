import { eventOf } from "../features/conversions/conversion-store.ts";
import type { Recording } from "../features/conversions/record-conversion.ts";
import { approveConversion } from "../features/corrections/approve-conversion.ts";
import type { Place } from "../features/corrections/correct-conversion.ts";
import { rejectConversion } from "../features/corrections/reject-conversion.ts";
import { reverseConversion } from "../features/corrections/reverse-conversion.ts";
import type { Doer } from "../features/doer.ts";
import type { Rooms } from "../wire.ts";

type Correct = (rooms: Rooms, place: Place, doer: Doer) => Promise<unknown>;

const reverse =
  (reason: string, part: { amount?: string; items?: number[] } = {}): Correct =>
  (rooms, place, doer) =>
    reverseConversion(rooms, place, { ...part, reason }, doer);

/** Which of the payable sales are corrected: every so many of them, counted from the given one. */
const CORRECTIONS: readonly Share[] = [
  { from: 5, every: 27, correct: reverse("Returned") },
  { from: 11, every: 27, correct: reverse("Refunded in part after a complaint", { amount: "10.00" }) },
  {
    from: 19,
    every: 60,
    correct: (rooms, place, doer) => rejectConversion(rooms, place, { reason: "A test order of the shop" }, doer),
  },
];
/** Of those that wait for more than a day. */
const APPROVED = { from: 3, every: 14, correct: approveConversion };
/** Of those of several items. */
const ITEM_RETURNED = { from: 2, every: 12, correct: reverse("One item came back", { items: [1] }) };

/** Corrects some of what was recorded, each kind of correction more than once. */
export async function plantCorrections(rooms: Rooms, recordings: readonly Recording[], doer: Doer): Promise<void> {
  const sales = recordings
    .map(({ conversion }) => conversion)
    .filter(({ status, eventType, net }) => status === "payable" && eventType === "sale" && net.sale > 2_000);
  const tomorrow = new Date(rooms.now().getTime() + 86_400_000).toISOString();
  const waiting = sales.filter(({ payableFrom }) => payableFrom > tomorrow);
  const ofItems = sales.filter((sale) => (eventOf(sale).items ?? []).length > 1 && sale.lines.length === 1);
  const chosen = [
    ...CORRECTIONS.flatMap((each) => some(sales, each)),
    ...some(waiting, APPROVED),
    ...some(ofItems, ITEM_RETURNED),
  ];
  const once = new Map(chosen.map((one) => [one.conversion.conversion, one]));
  await Promise.all(
    [...once.values()].map(({ conversion: { program, conversion, revision }, correct }) =>
      correct(rooms, { program, conversion, revision }, doer),
    ),
  );
}

interface Share {
  from: number;
  every: number;
  correct: Correct;
}

const some = <T>(all: readonly T[], { from, every, correct }: Share) =>
  all.filter((_, at) => at >= from && (at - from) % every === 0).map((conversion) => ({ conversion, correct }));
