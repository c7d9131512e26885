import { POSTBACK_PARAMETERS, POSTBACK_PREFIXES } from "@firstmatch/shared-types";
import { FormSection } from "../../components/FormSection.tsx";
import css from "./Postback.module.css";

/** All that a postback may say. */
export const PostbackParameters = () => (
  <FormSection
    order={2}
    title="Parameters"
    hint="An unknown, doubled, empty or wrong one is refused, and listed above."
  >
    <section
      className={css.frame}
      aria-label="Parameters of a postback"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must be able to get into it
      tabIndex={0}
    >
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">What it is</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {POSTBACK_PARAMETERS.map(({ name, alias, label, help, example }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {alias !== undefined && (
                  <small>
                    or <code>{alias}</code>
                  </small>
                )}
              </th>
              <td>
                {label}
                {help !== undefined && <small>{help}</small>}
              </td>
              <td>{example !== undefined && <code>{example}</code>}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <code>{POSTBACK_PREFIXES[0]}…</code>
              <small>
                or <code>{POSTBACK_PREFIXES[1]}…</code>
              </small>
            </th>
            <td>
              Anything of your own
              <small>Criteria ask for it by that name</small>
            </td>
            <td>
              <code>p_tier=gold</code>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  </FormSection>
);
