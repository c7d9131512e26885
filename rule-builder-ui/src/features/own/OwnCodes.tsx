import type { OwnProgram } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import { useId } from "react";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Moment } from "../../components/Moment.tsx";
import css from "./Own.module.css";
import { bestFirst, codeStanding } from "./standing.ts";

export function OwnCodes({ codes, timezone }: { codes: OwnProgram["codes"]; timezone: string }) {
  const heading = useId();
  const now = Date.now();
  return (
    <div>
      <h3 className={css.title} id={heading}>
        Promo codes
      </h3>
      {codes.length === 0 && <p className={css.none}>You have no promo code here.</p>}
      <ul className={css.things} aria-labelledby={heading}>
        {bestFirst(codes, now).map((code) => {
          const { label, color } = codeStanding(code, now);
          return (
            <li key={code.code} className={css.thing}>
              <div className={css.thingText}>
                <code className={css.code}>{code.code}</code>
                <p className={css.marks}>
                  {label !== "Active" && (
                    <Badge component="span" color={color}>
                      {label}
                    </Badge>
                  )}
                  {code.from !== null && (
                    <span>
                      from <Moment at={code.from} timezone={timezone} />
                    </span>
                  )}
                  {code.until !== null && (
                    <span>
                      until <Moment at={code.until} timezone={timezone} />
                    </span>
                  )}
                </p>
              </div>
              <CopyButton text={() => code.code} of={code.code}>
                Copy
              </CopyButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
