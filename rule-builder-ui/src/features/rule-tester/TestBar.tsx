import { Anchor, Button, Group, Kbd, Text } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import styles from "./rule-tester.module.css";

interface Props {
  /** The id of the form that it submits. */
  form: string;
  disabled: boolean;
  isPending: boolean;
  /** The answer in one line, so that it is in view while the form is being changed; null while none stands. */
  summary: { amount: string; rule: string } | null;
  onShowAnswer: () => void;
}

/** The button, and beside it what came of it. Stays in view above a long form and a long answer. */
export function TestBar({ form, disabled, isPending, summary, onShowAnswer }: Props) {
  return (
    <div className={styles.bar}>
      <Button
        type="submit"
        form={form}
        disabled={disabled}
        loading={isPending}
        leftSection={<IconPlayerPlay size={16} />}
      >
        Test
      </Button>
      {summary === null ? (
        <Text size="xs" c="dimmed">
          <Kbd size="xs">Ctrl</Kbd> + <Kbd size="xs">Enter</Kbd>
        </Text>
      ) : (
        <Group gap="xs" className={styles.summary ?? ""}>
          <Text fw={700}>{summary.amount}</Text>
          <Text size="sm" truncate flex={1} miw={0}>
            {summary.rule}
          </Text>
          <Anchor component="button" type="button" size="sm" className={styles.why ?? ""} onClick={onShowAnswer}>
            Why
          </Anchor>
        </Group>
      )}
    </div>
  );
}
