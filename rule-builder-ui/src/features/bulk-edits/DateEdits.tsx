import { Group } from "@mantine/core";
import { LazySelect } from "../../components/LazySelect.tsx";
import { MomentInput } from "../../components/MomentInput.tsx";
import type { DateEdit, EditDraft } from "./edit-draft.ts";

interface DateEditsProps {
  timezone: string;
  draft: EditDraft;
  onDraft: (draft: EditDraft) => void;
}

/** Both ends of the dates; each may stay as each member has it. */
export const DateEdits = ({ timezone, draft, onDraft }: DateEditsProps) => (
  <>
    <OneEnd
      label="Paid from"
      none="No beginning"
      edit={draft.from}
      onEdit={(from) => onDraft({ ...draft, from })}
      timezone={timezone}
    />
    <OneEnd
      label="Paid until"
      none="No end"
      edit={draft.until}
      onEdit={(until) => onDraft({ ...draft, until })}
      timezone={timezone}
    />
  </>
);

interface OneEndProps {
  label: string;
  none: string;
  edit: DateEdit;
  onEdit: (edit: DateEdit) => void;
  timezone: string;
}

const OneEnd = ({ label, none, edit, onEdit, timezone }: OneEndProps) => (
  <Group align="flex-start" gap="sm">
    <LazySelect
      label={label}
      w={220}
      allowDeselect={false}
      data={[
        { value: "stays", label: "Stays as it is" },
        { value: "at", label: "At a moment" },
        { value: "none", label: none },
      ]}
      value={edit.mode}
      onChange={(mode) => mode && onEdit({ ...edit, mode: mode as DateEdit["mode"] })}
    />
    {edit.mode === "at" && (
      <MomentInput
        label={`${label}, moment`}
        required
        timezone={timezone}
        local={edit.local}
        onLocal={(local) => onEdit({ ...edit, local })}
      />
    )}
  </Group>
);
