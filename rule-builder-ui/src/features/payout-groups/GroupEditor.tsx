import { type Fault, PayoutGroup, type TermsEvent } from "@firstmatch/shared-types";
import { Text, TextInput } from "@mantine/core";
import { FormSection } from "../../components/FormSection.tsx";
import { faultAt, faultsBelow } from "../../components/faults-at.ts";
import { faultsIn } from "../../components/faults-in.ts";
import { CriteriaEditor } from "../criteria/CriteriaEditor.tsx";
import { EditorForm } from "./EditorForm.tsx";
import { ruleSentence } from "./editor-sentence.ts";
import { PaidSections } from "./PaidSections.tsx";
import { useEditor } from "./use-editor.ts";

export interface GroupEditorProps {
  group: PayoutGroup;
  defaults: TermsEvent["default"];
  level: "order" | "item";
  currency: string;
  timezone: string;
  /** Gives back what the server refused; pointers are relative to the group. */
  onSave: (group: PayoutGroup) => Promise<Fault[]>;
  onCancel: () => void;
  onDirtyChange?: (dirty: boolean) => void;
  /** True while a criterion is held: Escape then puts it back, and must not close what the editor stands in. */
  onDraggingChange?: (dragging: boolean) => void;
}

/** A new group gets its id when it is saved. */
const check = (group: PayoutGroup): Fault[] => faultsIn(PayoutGroup, { ...group, id: group.id || "new" });

/** A payout group from its name to its event setup. */
export function GroupEditor(props: GroupEditorProps) {
  const {
    group: opened,
    defaults,
    level,
    currency,
    timezone,
    onSave,
    onCancel,
    onDirtyChange,
    onDraggingChange,
  } = props;
  const editor = useEditor({ opened, check, onSave, onDirtyChange });
  const { edited, setEdited, faults } = editor;
  const { params } = edited.event;
  const criteria = faultsBelow(faults, "/conditions");
  const whole = criteria.filter(({ pointer }) => pointer === "" || pointer === "/all");
  return (
    <EditorForm
      {...editor}
      onSave={editor.save}
      onCancel={onCancel}
      strayFaults={faults.filter(({ pointer }) => !/^\/(name|conditions|event\/params)(\/|$)/.test(pointer))}
      sentence={ruleSentence(
        { payout: params.payout, setup: params.setup, inherited: defaults.setup, currency, level },
        edited.conditions,
        "as soon as it has criteria",
      )}
    >
      <TextInput
        label="Name"
        placeholder="New customers, 200 or more"
        value={edited.name}
        onChange={(event) => setEdited({ ...edited, name: event.currentTarget.value })}
        error={faultAt(faults, "/name")}
        data-autofocus
      />
      <FormSection title="Criteria" hint="All of them must hold for the group to pay.">
        <CriteriaEditor
          conditions={edited.conditions}
          onChange={(conditions) => setEdited((now) => ({ ...now, conditions }))}
          faults={criteria}
          currency={currency}
          timezone={timezone}
          whenEmpty="No criteria yet. A group needs at least one; what no group matches gets the default payout."
          {...(onDraggingChange && { onDraggingChange })}
        />
        {whole.map(({ message }) => (
          <Text key={message} size="xs" c="var(--mantine-color-error)" role="alert" tabIndex={-1}>
            {message}
          </Text>
        ))}
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
