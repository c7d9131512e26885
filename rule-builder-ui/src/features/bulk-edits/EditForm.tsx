import { Edit, type Fault, type Program } from "@firstmatch/shared-types";
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../components/faults-in.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { EditFields } from "./EditFields.tsx";
import css from "./EditForm.module.css";
import { CHOICES, type Choice, type EditDraft, editOf } from "./edit-draft.ts";

interface EditFormProps {
  program: Program;
  draft: EditDraft;
  onDraft: (draft: EditDraft) => void;
  onPreview: (edit: Edit) => void;
  onCancel: () => void;
}

const GROUPS = [...new Set(Object.values(CHOICES).map(({ group }) => group))].map((group) => ({
  group,
  items: Object.entries(CHOICES)
    .filter(([, choice]) => choice.group === group)
    .map(([value, { label }]) => ({ value, label })),
}));

/** The first step: which edit, and what belongs to it. */
export function EditForm({ program, draft, onDraft, onPreview, onCancel }: EditFormProps) {
  const [attempted, setAttempted] = useState(false);
  const edit = editOf(draft, program.timezone);
  const faults: Fault[] = attempted && edit !== undefined ? faultsIn(Edit, edit) : [];
  const preview = () => {
    setAttempted(true);
    if (edit !== undefined && faultsIn(Edit, edit).length === 0) onPreview(edit);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        preview();
      }}
    >
      <Stack gap="md">
        <LazySelect
          label="What to do"
          placeholder="Choose"
          data-autofocus
          required
          searchable
          maxDropdownHeight={420}
          data={GROUPS}
          value={draft.choice}
          onChange={(choice) => onDraft({ ...draft, choice: choice as Choice | null })}
        />
        <EditFields program={program} draft={draft} onDraft={onDraft} faults={faults} />
        <Group justify="flex-end" gap="xs" className={css.buttons}>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" disabled={edit === undefined}>
            See what will change
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
