import type { DatedEvent } from "@firstmatch/shared-types";
import { compileTerms } from "#engine/domain/compile-terms";
import { decide } from "#engine/domain/decide";
import { PersonalPayoutBook } from "#engine/features/personal-payouts/personal-payout-book";
import type { Contender } from "../contenders/contender.ts";
import { answerAll } from "../remote.ts";
import { personalPayouts } from "../workload/personal-payouts.ts";
import { questionOf } from "../workload/question.ts";
import { workloadOf } from "../workload/workload.ts";
import { timeWindow } from "./time-window.ts";

export interface PersonalQuestion {
  groups: number;
  payouts: number;
  rounds: number;
  ms: number;
}

/** Microseconds a whole decision, amounts included, by rounds; and how many of a hundred events a personal payout took. */
export interface PersonalAnswer {
  without: number[];
  beside: number[];
  takenShare: number;
}

answerAll(async ({ groups, payouts, rounds, ms }: PersonalQuestion): Promise<PersonalAnswer> => {
  const { terms, events } = workloadOf("realistic", groups);
  const compiled = compileTerms(terms);
  const [empty, full] = [new PersonalPayoutBook(), new PersonalPayoutBook()];
  for (const record of personalPayouts(payouts)) full.put(record);

  const deciding = (book: PersonalPayoutBook, kind: string): Contender => ({
    name: "firstmatch",
    winner(at) {
      const event = events[at] as DatedEvent;
      const personal = book.at("bench", "standard", Date.parse(event.occurredAt), terms);
      // As POST /evaluate asks: nobody wants the lines.
      const decided = decide({ ...questionOf(compiled, event), personal, answerOnly: true });
      return decided.ok && decided.decision.match.kind === kind ? "taken" : null;
    },
  });
  const [without, beside] = [deciding(empty, "group"), deciding(full, "personal")];
  let taken = 0;
  for (let at = 0; at < events.length; at++) if (beside.winner(at) !== null) taken += 1;

  const answer: PersonalAnswer = { without: [], beside: [], takenShare: (taken / events.length) * 100 };
  for (let round = 0; round <= rounds; round++) {
    for (const [contender, micros] of [
      [without, answer.without],
      [beside, answer.beside],
    ] as const) {
      const window = await timeWindow(contender, { events: events.length, from: 0, ms });
      // The first warms up.
      if (round > 0) micros.push(window.micros);
    }
  }
  return answer;
});
