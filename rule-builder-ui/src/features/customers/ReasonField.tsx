import { TextInput } from "@mantine/core";

interface ReasonFieldProps {
  reason: string;
  onReason: (reason: string) => void;
  error: string | undefined;
}

/** Why a customer is bound to somebody, for those who read the history later. */
export const ReasonField = ({ reason, onReason, error }: ReasonFieldProps) => (
  <TextInput
    label="Reason (optional)"
    description="Stands in the history, with your name."
    value={reason}
    onChange={(event) => onReason(event.currentTarget.value)}
    error={error}
  />
);

/** As it is sent: nothing where nothing was typed. */
export const sentReason = (reason: string): { reason?: string } =>
  reason.trim() === "" ? {} : { reason: reason.trim() };
