import type { MixedMatch, RuleMatch } from "@firstmatch/shared-types";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { listPersonalPayouts } from "../../api/personal-payouts.ts";
import { simulate } from "../../api/simulate.ts";
import { getVersion } from "../../api/versions.ts";
import type { TestResult } from "../payout-groups/test-result.ts";
import { personalFor } from "../personal-payouts/personal-for.ts";
import { RuleTester } from "../rule-tester/RuleTester.tsx";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";
import { useVersions } from "../versions/version-queries.ts";

interface TesterPanelProps {
  eventType: string;
  onResult: (result: TestResult) => void;
}

/** The rule tester with this draft, its versions and its personal payouts. */
export function TesterPanel({ eventType, onResult }: TesterPanelProps) {
  const { program, terms } = useDraftPlace();
  const draft = useDraft();
  const { items: versions } = useVersions(program, terms);
  const { data: personal = [] } = useQuery({
    queryKey: ["personal-payouts", program, terms, eventType, "coupons"],
    queryFn: async () => (await listPersonalPayouts({ program, terms, eventType })).items,
  });
  const onHighlight = useCallback(
    (match: RuleMatch | MixedMatch | null, verdicts: TestResult["verdicts"]) =>
      onResult({ winner: match === null || match.kind === "mixed" ? null : match, verdicts }),
    [onResult],
  );
  return (
    <RuleTester
      program={program}
      document={draft.terms}
      documentName={draft.terms.name}
      versions={versions}
      eventType={eventType}
      hasCoupons={personal.some(({ payout }) => payout.couponCode !== undefined)}
      onHighlight={onHighlight}
      loadVersion={async (version) => (await getVersion(program, terms, version)).terms}
      loadPersonal={(type, partner, couponCode) =>
        personalFor({ program, terms, eventType: type }, partner, couponCode)
      }
      simulate={simulate}
    />
  );
}
