import type { Own, OwnProgram } from "@firstmatch/shared-types";
import { Badge, Group, Title } from "@mantine/core";
import { useId } from "react";
import { Moment } from "../../components/Moment.tsx";
import css from "./Own.module.css";
import { OwnCodes } from "./OwnCodes.tsx";
import { OwnEarnings } from "./OwnEarnings.tsx";
import { OwnLinks } from "./OwnLinks.tsx";
import { OwnRules } from "./OwnRules.tsx";
import { standingOf } from "./standing.ts";

/** One program: what was earned, what it pays, and what to promote it with. */
export function OwnProgramCard({ partner, own }: { partner: Own["partner"]; own: OwnProgram }) {
  const { program, terms, from, until, events, codes, links } = own;
  const { label, color, hint } = standingOf(partner, own, Date.now());
  const heading = useId();
  return (
    <section className={css.card} aria-labelledby={heading}>
      <header className={css.head}>
        <Group gap="sm">
          <Title order={2} size="h3" id={heading}>
            {program.name}
          </Title>
          <Badge color={color}>{label}</Badge>
        </Group>
        <p className={css.facts}>
          {terms !== null && <>{terms} · </>}
          {program.currency}
          {from !== null && (
            <>
              {" · from "}
              <Moment at={from} timezone={program.timezone} />
            </>
          )}
          {until !== null && (
            <>
              {" · until "}
              <Moment at={until} timezone={program.timezone} />
            </>
          )}
        </p>
        {hint && <p className={css.hint}>{hint}</p>}
      </header>
      <OwnEarnings own={own} />
      <div className={css.columns}>
        {/* First, since it is what a partner comes for on a phone; beside the payouts where there is room. */}
        <div className={css.aside}>
          <OwnCodes codes={codes} timezone={program.timezone} />
          <OwnLinks links={links} />
        </div>
        <div className={css.paid}>
          <h3 className={css.title}>What you are paid</h3>
          <p className={css.note}>
            {events.length === 0
              ? "There are no payouts to show here yet."
              : "The first line that fits a conversion pays it, and no other."}
          </p>
          {events.map((event) => (
            <OwnRules key={event.type} event={event} />
          ))}
        </div>
      </div>
    </section>
  );
}
