import { type Fault, type Goal, type Payout, takesPercent } from "@firstmatch/shared-types";
import { ActionIcon, Text, TextInput, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { ChoiceBar } from "../../components/ChoiceBar.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { ValueListInput } from "../../components/ValueListInput.tsx";
import { CommissionInput } from "./CommissionInput.tsx";
import { OtherPartyInput } from "./OtherPartyInput.tsx";
import css from "./Payout.module.css";

interface GoalEditorProps {
  goal: Goal;
  number: number;
  payout: Payout;
  level: "order" | "item";
  currency: string;
  onChange: (goal: Goal) => void;
  onRemove: () => void;
  /** Relative to the goal. */
  faults: readonly Fault[];
}

/** Items of some categories, or some products, paid by themselves. */
export function GoalEditor({ goal, number, payout, level, currency, onChange, onRemove, faults }: GoalEditorProps) {
  const name = `goal ${number}${goal.name ? `: ${goal.name}` : ""}`;
  const field = useRef<HTMLInputElement>(null);
  const [begunBlank] = useState(goal.name === "");
  // A goal that was just added is what somebody wants to fill next.
  useEffect(() => {
    if (begunBlank) field.current?.focus();
  }, [begunBlank]);
  const shared = {
    unit: { of: "of the item", per: level === "item" ? "per item" : "per item line" },
    percentAllowed: takesPercent(payout.model),
    currency,
  };
  return (
    <fieldset className={css.goal} aria-label={name}>
      <div className={css.goalHead}>
        <Text size="sm" fw={600}>
          Goal {number}
        </Text>
        <Tooltip label="Remove">
          <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={css.fields}>
        <TextInput
          ref={field}
          label="Name"
          placeholder="Shoes"
          value={goal.name}
          onChange={(event) => onChange({ ...goal, name: event.currentTarget.value })}
          error={faultAt(faults, "/name")}
        />
        <ChoiceBar
          label="Chosen by"
          choices={[
            { value: "category", label: "Category" },
            { value: "product", label: "Product (SKU)" },
          ]}
          value={goal.by}
          onChange={(by) => onChange({ ...goal, by })}
        />
        <ValueListInput
          label={goal.by === "category" ? "Categories" : "SKUs"}
          name={`${goal.by === "category" ? "Categories" : "SKUs"} of ${name}`}
          placeholder={goal.by === "category" ? "Shoes, Boots" : "S1, S2"}
          value={goal.values}
          // A list that cannot be split yet stays text, which the validator refuses.
          onChange={(values) => onChange({ ...goal, values: values as string[] })}
          error={faultAt(faults, "/values")}
        />
        {payout.overrideRevenueShare === false && payout.advertiser !== undefined ? null : (
          <CommissionInput
            {...shared}
            label="The partner gets"
            commission={goal.partner}
            onChange={(partner) => onChange({ ...goal, partner })}
            error={faultAt(faults, "/partner")}
          />
        )}
        <OtherPartyInput {...shared} rule={goal} onChange={onChange} none="As the payout" faults={faults} />
      </div>
    </fieldset>
  );
}
