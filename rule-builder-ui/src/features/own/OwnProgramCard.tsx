import type { Own, OwnProgram } from "@firstmatch/shared-types";
import { Badge, Group, Title } from "@mantine/core";
import { useId } from "react";
import { Moment } from "../../components/Moment.tsx";
import css from "./Own.module.css";
import { OwnCodes } from "./OwnCodes.tsx";
import { OwnLinks } from "./OwnLinks.tsx";
import { OwnRules } from "./OwnRules.tsx";
import { standingOf } from "./standing.ts";

/** One program: what it pays, and what to promote it with. */
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
      <div className={css.columns}>
        <div className={css.column}>
          {events.length === 0 && <p className={css.none}>There are no payouts to show here yet.</p>}
          {events.map((event) => (
            <OwnRules key={event.type} event={event} />
          ))}
        </div>
        <div className={css.column}>
          <OwnCodes codes={codes} timezone={program.timezone} />
          <OwnLinks links={links} />
        </div>
      </div>
    </section>
  );
}
