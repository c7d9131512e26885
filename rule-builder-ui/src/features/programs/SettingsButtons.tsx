import { Button, Group, Text } from "@mantine/core";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import css from "./ProgramSettings.module.css";

interface SettingsButtonsProps {
  mayPublish: boolean;
  dirty: boolean;
  faulty: boolean;
  saving: boolean;
  error: Error | null;
  onDiscard: () => void;
}

export function SettingsButtons({ mayPublish, dirty, faulty, saving, error, onDiscard }: SettingsButtonsProps) {
  if (!mayPublish)
    return (
      <div className={css.buttons}>
        <Text size="sm" c="dimmed">
          Your key may look at the settings. Changing them takes the role publisher or admin.
        </Text>
      </div>
    );
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
