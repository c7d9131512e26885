import { Button, Skeleton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconFlask, IconX } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { Link, useParams } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";
import { part } from "../../components/part.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { PayoutGroupSection } from "../payout-groups/PayoutGroupSection.tsx";
import { NO_TEST, type TestResult } from "../payout-groups/test-result.ts";
import { PersonalPayoutSection } from "../personal-payouts/PersonalPayoutSection.tsx";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";
import { EventTypeHeading } from "./EventTypeHeading.tsx";
import css from "./EventTypePage.module.css";
import { eventTypeOf } from "./event-type-changes.ts";

const TesterPanel = part(async () => (await import("./TesterPanel.tsx")).TesterPanel);

/** The ranked list of one event type, and the rule tester beside it. */
export function EventTypePage() {
  const { eventType = "" } = useParams();
  const { program, terms: termsId } = useDraftPlace();
  const { terms } = useDraft();
  const event = eventTypeOf(terms, eventType);
  usePageTitle(event?.name ?? eventType, terms.name);
  if (event === undefined) {
    return (
      <EmptyState
        title={`There is no event type "${eventType}" in these terms`}
        action={
          <Button component={Link} to={`/programs/${program}/terms/${termsId}`}>
            All event types
          </Button>
        }
      >
        It may have been removed or misspelt.
      </EmptyState>
    );
  }
  return <EventTypeScreen key={eventType} eventType={eventType} />;
}

function EventTypeScreen({ eventType }: { eventType: string }) {
  const { terms } = useDraft();
  const [testing, setTesting] = useLocalStorage({ key: "firstmatch-tester", defaultValue: false });
  const [tested, setTested] = useState<TestResult>(NO_TEST);
  const result = testing ? tested : NO_TEST;
  const event = eventTypeOf(terms, eventType);
  if (event === undefined) return null;
  return (
    <div className={css.columns} data-testing={testing || undefined}>
      <div className={css.list}>
        <EventTypeHeading event={event}>
          <Button
            variant={testing ? "default" : "light"}
            leftSection={testing ? <IconX size={16} /> : <IconFlask size={16} />}
            aria-expanded={testing}
            onClick={() => setTesting(!testing)}
          >
            {testing ? "Close the rule tester" : "Try a conversion"}
          </Button>
        </EventTypeHeading>
        <PersonalPayoutSection event={event} currency={terms.currency} timezone={terms.timezone} test={result} />
        <PayoutGroupSection event={event} currency={terms.currency} timezone={terms.timezone} test={result} />
      </div>
      {testing && (
        <div className={css.tester}>
          <Suspense fallback={<Skeleton height={400} />}>
            <TesterPanel eventType={eventType} onResult={setTested} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
