import { Radio, Stack } from "@mantine/core";
import { MomentInput } from "./MomentInput.tsx";

export type When = "now" | "later";

interface NowOrLaterProps {
  label: string;
  /** Of the field for the later moment. */
  laterLabel: string;
  when: When;
  onWhen: (when: When) => void;
  /** The later moment, on the clocks of the time zone. */
  local: string;
  onLocal: (local: string) => void;
  timezone: string;
  fault: string | undefined;
}

/** From when on something holds: from now on, or from a moment that is chosen. Never from an earlier one. */
export function NowOrLater({ label, laterLabel, when, onWhen, local, onLocal, timezone, fault }: NowOrLaterProps) {
  return (
    <>
      <Radio.Group label={label} value={when} onChange={(value) => onWhen(value as When)}>
        <Stack gap="xs" mt={6}>
          <Radio value="now" label="From now on" />
          <Radio value="later" label="From a later moment" />
        </Stack>
      </Radio.Group>
      {when === "later" && (
        <MomentInput label={laterLabel} required local={local} onLocal={onLocal} timezone={timezone} error={fault} />
      )}
    </>
  );
}
