import type { TermsEvent } from "@firstmatch/shared-types";
import { Radio, Stack } from "@mantine/core";

type Level = TermsEvent["level"];

interface LevelFieldProps {
  value: Level;
  onChange: (level: Level) => void;
}

/** The level of the default payout, and so of every group and personal payout beside it. */
export function LevelField({ value, onChange }: LevelFieldProps) {
  return (
    <Radio.Group label="Level" value={value} onChange={(level) => onChange(level as Level)}>
      <Stack gap="xs" mt={6}>
        <Radio value="order" label="Order" description="Each order is decided and paid as a whole" />
        <Radio value="item" label="Item" description="Each item line is decided and paid by itself" />
      </Stack>
    </Radio.Group>
  );
}
