import type { Fault, Sentence } from "@firstmatch/shared-types";
import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode, RefObject } from "react";
import { FaultList } from "../../components/FaultList.tsx";
import { SentenceText } from "../../components/SentenceText.tsx";
import css from "./EditorForm.module.css";

interface EditorFormProps {
  /** What the rule says as it stands, read along while typing. */
  sentence: Sentence;
  /** The faults that no field shows. */
  strayFaults: readonly Fault[];
  saving: boolean;
  onSave: () => void;
  onCancel: () => void;
  form: RefObject<HTMLFormElement | null>;
  children: ReactNode;
}

/** The frame of every rule editor: the sentence stays in sight above, the buttons below. */
export function EditorForm({ sentence, strayFaults, saving, onSave, onCancel, form, children }: EditorFormProps) {
  return (
    <form
      ref={form}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Text component="p" className={css.sentence}>
        <SentenceText sentence={sentence} />
      </Text>
      <Stack gap="xl" className={css.fields}>
        {children}
      </Stack>
      <div className={css.buttons}>
        <FaultList faults={strayFaults} />
        <Group gap="sm">
          <Button type="submit" loading={saving}>
            Save
          </Button>
          <Button variant="default" onClick={onCancel} disabled={saving}>
            Cancel
          </Button>
        </Group>
      </div>
    </form>
  );
}
