import type { ConversionDetails, Program } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { CopyButton } from "../../components/CopyButton.tsx";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import css from "./Conversions.module.css";
import { factsOf, itemsOf, type ShownFact, sentFields } from "./shown-facts.ts";

/** What came in, in words and as it was; apart from it what its click knew. */
export function FactsSection({ program, details }: { program: Program; details: ConversionDetails }) {
  const context = { currency: details.currency, timezone: program.timezone };
  const facts = factsOf(details.event, context);
  const own = sentFields(details.input);
  const sent = facts.filter(({ key }) => own.has(key) || key.startsWith("params."));
  // Without a moment of its own, it occurred when it came in.
  const fromClick = facts.filter((fact) => !sent.includes(fact) && fact.key !== "occurredAt");
  const items = itemsOf(details.event, details.currency);
  const raw = () => JSON.stringify(details.input, null, 2);
  return (
    <DrawerSection title="What came in" action={<CopyButton text={raw}>Copy as JSON</CopyButton>}>
      <Facts facts={sent} />
      {items.length > 0 && (
        <ol className={css.why} aria-label="Items">
          {items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what came in never changes
            <li key={at}>{item}</li>
          ))}
        </ol>
      )}
      {fromClick.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm" mb={4}>
            From its click
          </Text>
          <Facts facts={fromClick} />
        </>
      )}
      <details style={{ marginTop: 12 }}>
        <summary style={{ fontSize: 14, cursor: "pointer" }}>As it was sent</summary>
        <pre className={css.json}>{raw()}</pre>
      </details>
    </DrawerSection>
  );
}

const Facts = ({ facts }: { facts: readonly ShownFact[] }) => (
  <dl className={css.facts}>
    {facts.map(({ key, label, value }) => (
      <div key={key}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
