import type { Program, Terms, TermsSummary } from "@firstmatch/shared-types";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { listMembers } from "../../api/members.ts";
import { personalFor } from "../personal-payouts/personal-for.ts";
import { EVENT_FACTS, type Loose } from "../rule-tester/event-form.ts";
import { partnerIn } from "../rule-tester/simulation.ts";
import { useFormFit } from "../rule-tester/use-form-fit.ts";
import { useVersion } from "../versions/version-queries.ts";

interface Asked {
  program: Program;
  published: readonly TermsSummary[];
  /** What it is fitted to where the partner has no terms of its own. */
  document: Terms;
  eventType: string;
  event: Loose | null;
}

const TYPING_MS = 400;

/** What tells a conversion from others is asked for in any case; the partner is chosen by name, beside the form. */
const ALWAYS = ["orderId", "customerId", "clickId"];

/** The form of an event, fitted to the terms of the partner that is typed. */
export function useEntryFit({ program, published, document, eventType, event }: Asked) {
  const [partner] = useDebouncedValue(event ? partnerIn(event) : undefined, TYPING_MS);
  const { data: own } = useQuery({
    queryKey: ["members", program.id, "terms-of", partner],
    queryFn: () => termsOf(program.id, partner as string),
    enabled: partner !== undefined,
  });
  const terms = published.find(({ id }) => id === (own ?? program.defaultTerms));
  const { data: version } = useVersion(program.id, terms?.id ?? "", terms?.latest?.version);
  const fit = useFormFit({
    document: version?.terms ?? document,
    against: "draft",
    hasCoupons: true,
    ...{ eventType, event },
    loadVersion: async () => document,
    loadPersonal: async (type, ...who) =>
      terms === undefined ? [] : personalFor({ program: program.id, terms: terms.id, eventType: type }, ...who),
  });
  const fields = EVENT_FACTS.filter(
    (fact) => (fit.inUse.fields.includes(fact) && fact.key !== "partnerId") || ALWAYS.includes(fact.key),
  );
  return { ...fit, inUse: { ...fit.inUse, fields } };
}

/** Null for those who go with the default terms, members or not. */
async function termsOf(program: string, partner: string): Promise<string | null> {
  const { items } = await listMembers(program, { search: partner });
  return items.find((member) => member.partner.id === partner)?.terms ?? null;
}
