import { Radio, Stack, TextInput } from "@mantine/core";
import { useDraft } from "../terms/use-draft.ts";

export type When = "now" | "later";

interface InForceFromProps {
  when: When;
  onWhen: (when: When) => void;
  /** The later moment, on the clocks of the terms' time zone. */
  local: string;
  onLocal: (local: string) => void;
  fault: string | undefined;
}

/** From when on a version decides. The first one is not asked: it also covers all time before it. */
export function InForceFrom({ when, onWhen, local, onLocal, fault }: InForceFromProps) {
  const { timezone } = useDraft().terms;
  return (
    <>
      <Radio.Group label="In force" value={when} onChange={(value) => onWhen(value as When)}>
        <Stack gap="xs" mt={6}>
          <Radio value="now" label="From now on" />
          <Radio value="later" label="From a later moment" />
        </Stack>
      </Radio.Group>
      {when === "later" && (
        <TextInput
          type="datetime-local"
          label="In force from"
          description={`On the clocks of ${timezone}`}
          required
          value={local}
          onChange={(event) => onLocal(event.currentTarget.value)}
          error={fault}
        />
      )}
    </>
  );
}
