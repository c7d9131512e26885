import type { ConversionDetails, Program } from "@firstmatch/shared-types";
import { Button, Skeleton, Text } from "@mantine/core";
import { Suspense, useState } from "react";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { part } from "../../components/part.ts";
import css from "./Conversions.module.css";
import { useExplanation } from "./conversion-queries.ts";

const Trace = part(async () => (await import("../rule-tester/Trace.tsx")).Trace);

/** Why this rule and these amounts: in short at once, every rule with its conditions when it is asked for. */
export function WhySection({ program, details }: { program: Program; details: ConversionDetails }) {
  const { id, why, currency, terms, version, event } = details;
  const [wanted, setWanted] = useState(false);
  const { data: explained, error } = useExplanation(program.id, id, wanted);
  const trace = explained?.decision.trace;
  const notes = explained?.decision.notes?.filter((note) => !why.includes(note)) ?? [];
  return (
    <DrawerSection title="Why">
      <ol className={css.why}>
        {why.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was decided never changes
          <li key={at}>{step}</li>
        ))}
      </ol>
      {!wanted && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => setWanted(true)}>
          Show every rule
        </Button>
      )}
      {wanted && (
        <div aria-live="polite" style={{ marginTop: 14 }}>
          <ErrorAlert error={error} />
          {explained === undefined && !error && <Skeleton height={120} role="status" aria-label="Loading" />}
          {notes.map((note) => (
            <Text key={note} size="sm">
              {note}
            </Text>
          ))}
          {trace && (
            <Suspense fallback={<Skeleton height={120} />}>
              <Trace
                trace={trace}
                context={{ currency, timezone: program.timezone, event, document: `${terms}, version ${version}` }}
                onFillIn={undefined}
              />
            </Suspense>
          )}
        </div>
      )}
    </DrawerSection>
  );
}
