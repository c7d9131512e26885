import type { Decision, PersonalPayout, Problem, Terms } from "@firstmatch/shared-types";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { couponIn, partnerIn, type Question, type SimulateBody, simulateBody, withPersonal } from "./simulation.ts";

/** What the tester asks the outside world. */
export interface Sources {
  loadVersion: (version: number) => Promise<Terms>;
  /** The stored personal payouts that could apply to this partner or this coupon code. */
  loadPersonal: (eventType: string, partnerId?: string, couponCode?: string) => Promise<PersonalPayout[]>;
  /** POST /simulate; throws an error that carries the `problem` when it is refused. */
  simulate: (body: SimulateBody) => Promise<Decision>;
}

/** What came of a test, with the question and the document as they were sent. */
export type Outcome = { asked: Question; terms: Terms } & (
  | { kind: "decided"; decision: Decision }
  | { kind: "refused"; problem: Problem }
);

interface Attempt {
  question: Question;
  draft: Terms;
}

/** Asks; of several attempts the last one counts. Whatever keeps the question from being asked at all is `failure`. */
export function useAnswer({ loadVersion, loadPersonal, simulate }: Sources) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { mutate, isPending, error } = useMutation({
    // The service may well run on this very machine: being offline is no reason to wait.
    networkMode: "always",
    mutationFn: async ({ question, draft }: Attempt): Promise<Outcome> => {
      const { event, eventType, against } = question;
      const [bare, personal] = await Promise.all([
        against === "draft" ? draft : loadVersion(against),
        loadPersonal(eventType, partnerIn(event), couponIn(event)),
      ]);
      const terms = withPersonal(bare, eventType, personal);
      const asked = { asked: question, terms };
      try {
        return { ...asked, kind: "decided", decision: await simulate(simulateBody(terms, question)) };
      } catch (refusal) {
        const problem = problemIn(refusal);
        if (problem === undefined) throw refusal;
        return { ...asked, kind: "refused", problem };
      }
    },
  });
  return {
    outcome,
    isPending,
    failure: error === null ? null : error.message,
    ask: (question: Question, draft: Terms) => mutate({ question, draft }, { onSuccess: setOutcome }),
  };
}

const problemIn = (error: unknown): Problem | undefined =>
  error instanceof Error && "problem" in error ? (error.problem as Problem) : undefined;
