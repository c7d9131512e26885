import { type Conversion, type ConversionDetails, formatAmount, type Program } from "@firstmatch/shared-types";
import { Anchor, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { Moment } from "../../components/Moment.tsx";
import { partnerPath } from "../partners/partner-path.ts";
import { partnerWords, ruleName } from "../rule-tester/decision-words.ts";
import { useTermsSummary } from "../terms/terms-queries.ts";
import css from "./Conversions.module.css";
import { NO_PARTNER, whyNot } from "./conversion-words.ts";

interface SectionProps {
  program: Program;
  details: ConversionDetails;
}

const PARTIES = [
  { of: "payout", label: "Payout to the partner" },
  { of: "platformFee", label: "Platform fee" },
  { of: "advertiserCost", label: "Advertiser cost" },
  { of: "sale", label: "Sale" },
] as const;

/** Who gets how much, by which rule. */
export function DecisionSection({ program, details }: SectionProps) {
  const { decision, partner, terms, version, eventType, order, customer, click } = details;
  const { data: summary } = useTermsSummary(program.id, terms);
  const why = whyNot(details);
  // What the decision says by itself stands among the steps below.
  const not = why !== null && details.why.includes(why) ? null : why;
  const base = `/programs/${program.id}`;
  return (
    <DrawerSection title="Decision">
      <dl className={css.amounts}>
        {PARTIES.map(({ of, label }) => (
          <div key={of} data-party={of}>
            <dt>{label}</dt>
            <dd>
              <AmountLeft details={details} of={of} />
            </dd>
          </div>
        ))}
      </dl>
      {not !== null && (
        <Text size="sm" mt={8}>
          {not}
        </Text>
      )}
      <Text size="sm" fw={600} mt={8}>
        {ruleName(decision.match)}
      </Text>
      <dl className={css.facts} style={{ marginTop: 10 }}>
        <Fact name="Partner">
          {partner === null ? (
            NO_PARTNER
          ) : (
            <>
              <Anchor component={Link} to={partnerPath(partner.id)} size="sm">
                {partner.name}
              </Anchor>
              {decision.partnerFrom !== "event" && <span className={css.under}>{partnerWords(decision)}</span>}
            </>
          )}
        </Fact>
        <Fact name="Terms">
          <Anchor component={Link} to={`${base}/terms/${terms}/versions/${version}`} size="sm">
            {summary?.name ?? terms}, version {version}
          </Anchor>
        </Fact>
        <Fact name="Event type">{summary?.eventTypes.find(({ type }) => type === eventType)?.name ?? eventType}</Fact>
        <Fact name="Occurred">
          <Moment at={details.occurredAt} timezone={program.timezone} />
        </Fact>
        {order !== null && <Fact name="Order">{order}</Fact>}
        {customer !== null && (
          <Fact name="Customer">
            <Anchor component={Link} to={`${base}/customers?${new URLSearchParams({ search: customer })}`} size="sm">
              {customer}
            </Anchor>
          </Fact>
        )}
        {click !== null && (
          <Fact name="Click">
            {click}
            {/* A click that is known tells at least when it was. */}
            {details.event.clickedAt === undefined && <span className={css.under}>This click is not known here.</span>}
          </Fact>
        )}
        <Payment base={base} details={details} timezone={program.timezone} />
      </dl>
    </DrawerSection>
  );
}

/** What is left of it; beside it what was decided, where that was more. */
function AmountLeft({ details, of }: { details: Conversion; of: keyof Conversion["net"] }) {
  const { currency, decided, net, state } = details;
  const shown = state === "rejected" || state === "kpi" ? decided : net;
  return (
    <>
      {formatAmount(shown[of], currency)}
      {shown[of] !== decided[of] && <small> of {formatAmount(decided[of], currency)}</small>}
    </>
  );
}

function Payment({ base, details, timezone }: { base: string; details: Conversion; timezone: string }) {
  const { payoutRun, payableFrom, state } = details;
  if (payoutRun !== null)
    return (
      <Fact name="Paid by">
        <Anchor component={Link} to={`${base}/payouts/${payoutRun}`} size="sm">
          a payout run
        </Anchor>
      </Fact>
    );
  if (payableFrom === null) return null;
  return (
    <Fact name={state === "pending" ? "Payable from" : "Payable since"}>
      <Moment at={payableFrom} timezone={timezone} />
    </Fact>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
