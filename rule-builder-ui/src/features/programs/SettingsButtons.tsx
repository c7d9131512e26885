import { Button, Group, Text } from "@mantine/core";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import css from "./ProgramSettings.module.css";

interface SettingsButtonsProps {
  dirty: boolean;
  faulty: boolean;
  saving: boolean;
  error: Error | null;
  onDiscard: () => void;
}

export function SettingsButtons({ dirty, faulty, saving, error, onDiscard }: SettingsButtonsProps) {
  return (
    <div className={css.buttons} data-dirty={dirty || undefined}>
      <ErrorAlert error={error} />
      <Group gap="xs">
        <Button type="submit" disabled={!dirty || faulty} loading={saving}>
          Save settings
        </Button>
        {dirty && (
          <Button variant="default" onClick={onDiscard} disabled={saving}>
            Discard
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {dirty ? "Not saved yet; it holds from the moment you save it." : ""}
        </Text>
      </Group>
    </div>
  );
}
