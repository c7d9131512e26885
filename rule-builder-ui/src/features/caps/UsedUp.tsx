import type { CapUse, Program } from "@firstmatch/shared-types";
import { Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getUsage } from "../../api/usage.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { meterOf } from "./cap-words.ts";
import css from "./UsedUp.module.css";

const LOOK_AGAIN_MS = 5_000;

/** What of a program's caps is used up now; nothing where it has none. */
export function UsedUp({ program }: { program: Program }) {
  const { data, error } = useQuery({
    queryKey: ["usage", program.id],
    queryFn: () => getUsage(program.id),
    refetchInterval: LOOK_AGAIN_MS,
    enabled: program.caps.length > 0,
  });
  if (program.caps.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="used-up">
      <Title order={2} size="h4" id="used-up">
        Caps and budgets <span className={css.clocks}>by the clocks of {program.timezone}</span>
      </Title>
      <ErrorAlert error={data === undefined ? error : null} />
      <ul className={css.meters}>
        {data?.items.map((use) => (
          <CapMeter key={`${use.cap.measure} ${use.cap.per}`} use={use} program={program} />
        ))}
      </ul>
    </section>
  );
}

function CapMeter({ use, program }: { use: CapUse; program: Program }) {
  const { title, amounts, percent, fill, meaning, period } = meterOf(use, program.currency, program.timezone);
  return (
    <li className={css.cap} data-fill={fill}>
      <div className={css.title}>{title}</div>
      <div className={css.amounts}>{amounts}</div>
      <VisuallyHidden>
        <meter aria-label={title} aria-valuetext={`${amounts}, ${meaning}`} min={0} max={100} value={percent} />
      </VisuallyHidden>
      <div className={css.bar} aria-hidden>
        <span style={{ inlineSize: `${percent}%` }} />
      </div>
      <div className={css.meaning}>{meaning}</div>
      <div className={css.period}>{period}</div>
    </li>
  );
}
