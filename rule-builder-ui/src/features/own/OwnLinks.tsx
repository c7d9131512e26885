import type { OwnProgram } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import { useId } from "react";
import { CopyButton } from "../../components/CopyButton.tsx";
import css from "./Own.module.css";

export function OwnLinks({ links }: { links: OwnProgram["links"] }) {
  const heading = useId();
  return (
    <div>
      <h3 className={css.title} id={heading}>
        Links
      </h3>
      {links.length === 0 && <p className={css.none}>You have no link here.</p>}
      <ul className={css.things} aria-labelledby={heading}>
        {links.map(({ name, address, url, active }) => {
          // The service does not know by which name it is reached; the browser does.
          const whole = new URL(address, window.location.origin).href;
          return (
            <li key={address} className={css.thing}>
              <div className={css.thingText}>
                <p className={css.thingName}>
                  {name}{" "}
                  {!active && (
                    <Badge component="span" color="gray">
                      Not active
                    </Badge>
                  )}
                </p>
                <code className={css.address}>{whole}</code>
                <p className={css.marks}>leads to {url}</p>
              </div>
              <CopyButton text={() => whole} of={name}>
                Copy
              </CopyButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
