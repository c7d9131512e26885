import { startRemote } from "../remote.ts";
import { median, ratio } from "../report/median.ts";
import { type Report, tell } from "../report/report.ts";
import { figure, table, times } from "../report/table.ts";
import type { PersonalAnswer, PersonalQuestion } from "./personal-worker.ts";

/** What tens of thousands of personal payouts cost those who have none that pays. */
export async function personalCost(report: Report): Promise<void> {
  tell("personal payouts");
  const worker = startRemote<PersonalQuestion, PersonalAnswer>(new URL("./personal-worker.js", import.meta.url));
  const { without, beside, takenShare } = await worker.ask({ groups: 1_000, payouts: 50_000, rounds: 7, ms: 500 });
  await worker.stop();
  report.say("## 50,000 personal payouts beside 1,000 groups");
  report.say(
    `Whole decisions, amounts included. Every partner of an event has two personal payouts, which take ${figure(takenShare)} % of the events.`,
  );
  report.say(
    table(
      ["", "µs a decision"],
      [
        ["without", figure(median(without))],
        ["beside 50,000", `${figure(median(beside))} (${times(ratio(beside, without))})`],
      ],
    ),
  );
}
