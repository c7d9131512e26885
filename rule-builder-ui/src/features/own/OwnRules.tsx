import type { OwnProgram } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import { useId } from "react";
import { CopyButton } from "../../components/CopyButton.tsx";
import css from "./Own.module.css";

type OwnEvent = OwnProgram["events"][number];

/** What one event type pays, in the order in which it is tried. */
export function OwnRules({ event: { name, rules } }: { event: OwnEvent }) {
  const heading = useId();
  return (
    <div className={css.eventBlock}>
      <h4 className={css.event} id={heading}>
        {name}
      </h4>
      <ol className={css.rules} aria-labelledby={heading}>
        {rules.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place here
          <OwnRule key={at} rule={rule} first={at === 0} />
        ))}
      </ol>
    </div>
  );
}

function OwnRule({ rule, first }: { rule: OwnEvent["rules"][number]; first: boolean }) {
  const { kind, name, criteria, payout, couponCode, reached } = rule;
  return (
    <li className={css.rule} data-reached={reached}>
      <p className={css.payout}>{payout}</p>
      <p className={css.criteria}>
        {kind === "default" && !first ? "everything else" : criteria}
        {couponCode !== null && (
          <>
            , with the code <code>{couponCode}</code>{" "}
            <CopyButton text={() => couponCode} of={couponCode}>
              Copy
            </CopyButton>
          </>
        )}
      </p>
      {(kind === "personal" || name !== null || !reached) && (
        <p className={css.marks}>
          {kind === "personal" && <Badge component="span">For you</Badge>}
          {name !== null && <span>{name}</span>}
          {!reached && <span>Not reached: a line above fits every conversion</span>}
        </p>
      )}
    </li>
  );
}
