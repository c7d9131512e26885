import { type Fault, TermsEvent } from "@firstmatch/shared-types";
import { faultsIn } from "../../components/faults-in.ts";
import { EditorForm } from "./EditorForm.tsx";
import { paysSentence } from "./editor-sentence.ts";
import { PaidSections } from "./PaidSections.tsx";
import { useEditor } from "./use-editor.ts";

export interface DefaultPayoutEditorProps {
  value: TermsEvent["default"];
  level: "order" | "item";
  currency: string;
  /** Gives back what the server refused; pointers are relative to the default payout. */
  onSave: (value: TermsEvent["default"]) => Promise<Fault[]>;
  onCancel: () => void;
  onDirtyChange?: (dirty: boolean) => void;
  onDraggingChange?: (dragging: boolean) => void;
}

const check = (value: TermsEvent["default"]): Fault[] => faultsIn(TermsEvent.shape.default, value);

/** What pays when no group applies. */
export function DefaultPayoutEditor(props: DefaultPayoutEditorProps) {
  const { value: opened, level, currency, onSave, onCancel, onDirtyChange } = props;
  const editor = useEditor({ opened, check, onSave, onDirtyChange });
  const { edited, setEdited, faults } = editor;
  return (
    <EditorForm
      {...editor}
      onSave={editor.save}
      onCancel={onCancel}
      strayFaults={faults.filter(({ pointer }) => !/^\/(payout|setup)(\/|$)/.test(pointer))}
      sentence={[
        ...paysSentence({ ...edited, setup: edited.setup, inherited: undefined, currency, level }),
        { text: " when no personal payout and no group applies." },
      ]}
    >
      <PaidSections paid={edited} onChange={setEdited} currency={currency} level={level} faults={faults} />
    </EditorForm>
  );
}
