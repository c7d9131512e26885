import { type Fault, PersonalPayout, type TermsEvent } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { FormSection } from "../../components/FormSection.tsx";
import { faultAt, faultsBelow } from "../../components/faults-at.ts";
import { faultsIn } from "../../components/faults-in.ts";
import { ValueListInput } from "../../components/ValueListInput.tsx";
import { withField } from "../../components/with-field.ts";
import { CriteriaEditor } from "../criteria/CriteriaEditor.tsx";
import { EditorForm } from "./EditorForm.tsx";
import { ruleSentence } from "./editor-sentence.ts";
import { PaidSections } from "./PaidSections.tsx";
import { useEditor } from "./use-editor.ts";

export interface PersonalPayoutEditorProps {
  personal: PersonalPayout;
  defaults: TermsEvent["default"];
  level: "order" | "item";
  currency: string;
  timezone: string;
  /** Gives back what the server refused; pointers are relative to the personal payout. */
  onSave: (personal: PersonalPayout) => Promise<Fault[]>;
  onCancel: () => void;
  onDirtyChange?: (dirty: boolean) => void;
  onDraggingChange?: (dragging: boolean) => void;
}

/** A new personal payout gets its id when it is saved. */
const check = (personal: PersonalPayout): Fault[] =>
  faultsIn(PersonalPayout, { ...personal, id: personal.id || "new" });

/** A payout for the named partners only, tried before the groups. */
export function PersonalPayoutEditor(props: PersonalPayoutEditorProps) {
  const { personal: opened, defaults, level, currency, timezone, onSave, onCancel, ...reports } = props;
  const { onDirtyChange, onDraggingChange } = reports;
  const editor = useEditor({ opened, check, onSave, onDirtyChange });
  const { edited, setEdited, faults } = editor;
  const { params } = edited.event;
  return (
    <EditorForm
      {...editor}
      onSave={editor.save}
      onCancel={onCancel}
      strayFaults={faults.filter(
        ({ pointer }) => !/^\/(title|partners|couponCode|conditions|event\/params)(\/|$)/.test(pointer),
      )}
      sentence={ruleSentence(
        { payout: params.payout, setup: params.setup, inherited: defaults.setup, currency, level },
        edited.conditions,
        edited.couponCode === undefined ? "for every conversion" : `for every conversion with ${edited.couponCode}`,
      )}
    >
      <FormSection title="Who it is for">
        <TextInput
          label="Title"
          placeholder="Anna's deal"
          value={edited.title}
          onChange={(event) => setEdited({ ...edited, title: event.currentTarget.value })}
          error={faultAt(faults, "/title")}
          data-autofocus
        />
        <ValueListInput
          label="Partners"
          name="Partners"
          description="Their ids. The payout is tried for these partners only, and only they see it."
          placeholder="p-7, p-8"
          value={edited.partners}
          // A list that cannot be split yet stays text, which the validator refuses.
          onChange={(partners) => setEdited({ ...edited, partners: partners as string[] })}
          error={faultAt(faults, "/partners")}
        />
        <TextInput
          label="Coupon code"
          description="Optional, for one partner: the payout then asks for this code, and an event without a partner that carries it is this partner's."
          placeholder="ANNA10"
          value={edited.couponCode ?? ""}
          onChange={(event) => setEdited(withField(edited, "couponCode", event.currentTarget.value || undefined))}
          error={faultAt(faults, "/couponCode")}
        />
      </FormSection>
      <FormSection title="Criteria" hint="Optional; all of them must hold.">
        <CriteriaEditor
          conditions={edited.conditions}
          onChange={(conditions) => setEdited((now) => ({ ...now, conditions }))}
          faults={faultsBelow(faults, "/conditions")}
          currency={currency}
          timezone={timezone}
          whenEmpty="None: every conversion of these partners."
          {...(onDraggingChange && { onDraggingChange })}
        />
      </FormSection>
      <PaidSections
        paid={params}
        defaults={defaults}
        onChange={(paid) => setEdited({ ...edited, event: { type: "payout", params: paid } })}
        currency={currency}
        level={level}
        faults={faultsBelow(faults, "/event/params")}
      />
    </EditorForm>
  );
}
