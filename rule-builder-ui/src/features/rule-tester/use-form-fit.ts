import type { Terms } from "@firstmatch/shared-types";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useId, useMemo } from "react";
import type { Loose } from "./event-form.ts";
import { factsInUse } from "./facts-in-use.ts";
import { couponIn, partnerIn, withPersonal } from "./simulation.ts";
import { suggestionsFrom } from "./suggestions.ts";
import type { Sources } from "./use-answer.ts";

interface Asked extends Pick<Sources, "loadVersion" | "loadPersonal"> {
  document: Terms;
  against: number | "draft";
  eventType: string;
  event: Loose | null;
  hasCoupons: boolean;
}

const TYPING_MS = 400;

/** What the form is fitted to: the chosen document, and the personal payouts of the partner or code that is typed. */
export function useFormFit({ document, against, eventType, event, hasCoupons, loadVersion, loadPersonal }: Asked) {
  // Versions are numbered anew in every terms, so what is loaded belongs to this tester alone.
  const tester = useId();
  const version = useQuery({
    queryKey: ["rule-tester", tester, "version", against],
    queryFn: () => loadVersion(against as number),
    enabled: against !== "draft",
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [partner] = useDebouncedValue(event ? partnerIn(event) : undefined, TYPING_MS);
  const [coupon] = useDebouncedValue(event ? couponIn(event) : undefined, TYPING_MS);
  const personal = useQuery({
    queryKey: ["rule-tester", tester, "personal", eventType, partner, coupon],
    queryFn: () => loadPersonal(eventType, partner, coupon),
    enabled: partner !== undefined || coupon !== undefined,
  });

  const terms = against === "draft" ? document : (version.data ?? document);
  const eventTerms = terms.events.find(({ type }) => type === eventType);
  const fitted = useMemo(() => {
    const payouts = personal.data ?? [];
    return {
      inUse: factsInUse(eventTerms, payouts, hasCoupons),
      suggestions: suggestionsFrom(eventTerms, payouts),
    };
  }, [eventTerms, personal.data, hasCoupons]);
  /** What an answer would be asked of now. */
  const asked = () => withPersonal(terms, eventType, personal.data ?? []);
  return { ...fitted, asked, level: eventTerms?.level ?? "order", currency: terms.currency, timezone: terms.timezone };
}

export type FormFit = ReturnType<typeof useFormFit>;
