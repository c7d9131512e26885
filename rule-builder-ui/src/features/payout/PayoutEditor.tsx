import { type Fault, type Goal, type Payout, payoutUnit, paysTraffic, takesPercent } from "@firstmatch/shared-types";
import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRef } from "react";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { faultAt, faultsBelow } from "../../components/faults-at.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { withField } from "../../components/with-field.ts";
import { CommissionInput } from "./CommissionInput.tsx";
import { GoalEditor } from "./GoalEditor.tsx";
import { OtherPartyInput } from "./OtherPartyInput.tsx";
import css from "./Payout.module.css";
import { PostbackFields } from "./PostbackFields.tsx";
import { fieldsOf, withModel } from "./payout-shape.ts";

export interface PayoutEditorProps {
  payout: Payout;
  onChange: (payout: Payout) => void;
  currency: string;
  level: "order" | "item";
  /** Pointers are relative to the payout: "/partner/percent". */
  faults?: readonly Fault[];
}

const MODELS: { value: Payout["model"]; label: string }[] = [
  { value: "CPS", label: "Per sale (CPS)" },
  { value: "CPA", label: "Per action (CPA)" },
  { value: "CPC", label: "Per click (CPC)" },
  { value: "CPM", label: "Per 1,000 impressions (CPM)" },
  { value: "lifetime", label: "Lifetime, all orders of the customer" },
];

/** What a rule pays, with only the fields that its model and postback mode read. */
export function PayoutEditor({ payout, onChange, currency, level, faults = [] }: PayoutEditorProps) {
  const fields = fieldsOf(payout);
  const shared = { unit: payoutUnit(payout.model, level), percentAllowed: takesPercent(payout.model), currency };
  const addGoal = useRef<HTMLButtonElement>(null);
  const goals = payout.goals ?? [];
  const changeGoals = (changed: Goal[]) =>
    onChange(withField(payout, "goals", changed.length > 0 ? changed : undefined));
  const newGoal: Goal = {
    name: "",
    by: "category",
    values: [],
    partner: shared.percentAllowed ? { percent: "" } : { fixed: "" },
  };
  const bound = (key: "min" | "max", label: string) => (
    <DecimalInput
      label={label}
      unit={{ before: currency }}
      value={payout[key] ?? ""}
      onChange={(typed) => onChange(withField(payout, key, typed || undefined))}
      error={faultAt(faults, `/${key}`)}
    />
  );
  const each = level === "item" ? "per item" : "per order";
  return (
    <>
      <div className={css.fields}>
        <LazySelect
          label="Model"
          data={MODELS.map((model) => ({ ...model, disabled: level === "item" && paysTraffic(model.value) }))}
          value={payout.model}
          onChange={(model) => model !== null && onChange(withModel(payout, model))}
          allowDeselect={false}
          error={faultAt(faults, "/model")}
          {...(level === "item" && { description: "Clicks and impressions are paid per order only" })}
        />
        {fields.partner && (
          <CommissionInput
            {...shared}
            label="The partner gets"
            commission={payout.partner}
            onChange={(partner) => onChange({ ...payout, partner })}
            error={faultAt(faults, "/partner")}
          />
        )}
        {fields.own && <OtherPartyInput {...shared} rule={payout} onChange={onChange} none="Nothing" faults={faults} />}
      </div>
      {goals.map((goal, at) => (
        <GoalEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: goals have no id; their place is all that tells them apart
          key={at}
          goal={goal}
          number={at + 1}
          payout={payout}
          level={level}
          currency={currency}
          onChange={(changed) => changeGoals(goals.map((other, place) => (place === at ? changed : other)))}
          onRemove={() => {
            addGoal.current?.focus();
            changeGoals(goals.filter((_, place) => place !== at));
          }}
          faults={faultsBelow(faults, `/goals/${at}`)}
        />
      ))}
      {faults
        .filter(({ pointer }) => pointer === "" || pointer === "/goals")
        .map(({ message }) => (
          <Text key={message} size="xs" c="var(--mantine-color-error)">
            {message}
          </Text>
        ))}
      {fields.goals && (
        <div>
          <Button
            ref={addGoal}
            size="xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => changeGoals([...goals, newGoal])}
          >
            Add a goal for some categories or products
          </Button>
        </div>
      )}
      <div className={css.fields}>
        {bound("min", `The partner gets at least, ${each}`)}
        {bound("max", `The partner gets at most, ${each}`)}
      </div>
      <PostbackFields payout={payout} onChange={onChange} faults={faults} />
    </>
  );
}
