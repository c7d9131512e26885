import type { Fault, Payout, Postback } from "@firstmatch/shared-types";
import { Switch } from "@mantine/core";
import { ChoiceBar } from "../../components/ChoiceBar.tsx";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { withField } from "../../components/with-field.ts";
import css from "./Payout.module.css";
import { fieldsOf } from "./payout-shape.ts";

interface PostbackFieldsProps {
  payout: Payout;
  onChange: (payout: Payout) => void;
  faults: readonly Fault[];
}

const MODES = [
  { value: "ignored", label: "Ignored" },
  { value: "required", label: "Required" },
  { value: "overrides", label: "Overrides" },
] as const;

const MODE_HINTS: Record<Postback["mode"], string> = {
  ignored: "Whatever payout the advertiser's postback says, the amounts set here are paid.",
  required: "The postback must say a payout; the amounts are taken from it.",
  overrides: "Taken from the postback when it says a payout; otherwise the amounts set here are paid.",
};

/** Where the amount comes from: the rule, the postback, and whether the partner's own revenue share decides. */
export function PostbackFields({ payout, onChange, faults }: PostbackFieldsProps) {
  const postback: Postback = payout.postback ?? { mode: "ignored" };
  const fields = fieldsOf(payout);
  const changeMode = (mode: Postback["mode"]) =>
    onChange({
      ...payout,
      // "100" takes what is received as it is: the usual case, and nothing that a manager has to look up.
      postback: { ...postback, mode, ...(mode !== "ignored" && { modifier: postback.modifier ?? "100" }) },
    });
  const changePercent = (key: "modifier" | "margin", typed: string) =>
    onChange({ ...payout, postback: withField(postback, key, typed || (key === "modifier" ? "" : undefined)) });
  return (
    <>
      <ChoiceBar
        label="Payout in postback"
        choices={MODES}
        value={postback.mode}
        onChange={changeMode}
        hint={MODE_HINTS[postback.mode]}
        error={faultAt(faults, "/postback/mode")}
      />
      {fields.modifier && (
        <div className={css.fields}>
          <DecimalInput
            label="Modifier"
            description="How much of the received payout counts; 100 takes it as it is"
            unit={{ after: "%" }}
            value={postback.modifier ?? ""}
            onChange={(typed) => changePercent("modifier", typed)}
            error={faultAt(faults, "/postback/modifier")}
          />
          {fields.margin && (
            <DecimalInput
              label="Margin"
              description="How much of that stays with the platform"
              unit={{ after: "%" }}
              placeholder="0"
              value={postback.margin ?? ""}
              onChange={(typed) => changePercent("margin", typed)}
              error={faultAt(faults, "/postback/margin")}
            />
          )}
        </div>
      )}
      <Switch
        label="Override the partner's revenue share"
        description={
          payout.overrideRevenueShare === false
            ? "Off: the partner gets the revenue share of its profile, of what the advertiser pays."
            : "On: the partner gets what is set here, whatever revenue share its profile has."
        }
        checked={payout.overrideRevenueShare !== false}
        onChange={(event) =>
          onChange(withField(payout, "overrideRevenueShare", event.currentTarget.checked ? undefined : false))
        }
      />
    </>
  );
}
