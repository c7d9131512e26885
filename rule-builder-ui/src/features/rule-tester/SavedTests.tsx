import { ActionIcon, Anchor, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { type SavedTest, withSaved } from "./saved-tests.ts";

interface Props {
  tests: readonly SavedTest[];
  onChange: (tests: SavedTest[]) => void;
  /** What would be saved; null while the event cannot be read. */
  current: Omit<SavedTest, "name"> | null;
  onLoad: (test: SavedTest) => void;
}

/** Test conversions by name: load, save, delete. They stay in this browser. */
export function SavedTests({ tests, onChange, current, onLoad }: Props) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  const [deleted, setDeleted] = useState<SavedTest | null>(null);
  const wanted = name.trim();
  const count = tests.length > 0 ? ` (${tests.length})` : "";
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-end" shadow="md" width={300}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBookmark size={14} />}
          aria-label={`Saved tests${count}`}
          onClick={() => setOpened(!opened)}
        >
          Tests{count}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saved tests">
        <Stack gap="xs">
          <Text size="sm" fw={650}>
            Saved tests
          </Text>
          {tests.length === 0 && (
            <Text size="sm" c="dimmed">
              None yet. A saved test keeps its answer too, so that a later one can be compared.
            </Text>
          )}
          {tests.map((test) => (
            <Group key={test.name} gap="xs" wrap="nowrap">
              <Button
                size="compact-sm"
                variant="subtle"
                justify="start"
                flex={1}
                miw={0}
                onClick={() => {
                  onLoad(test);
                  setName(test.name);
                  setOpened(false);
                }}
              >
                {test.name}
              </Button>
              <ActionIcon
                aria-label={`Delete ${test.name}`}
                onClick={() => {
                  onChange(tests.filter((each) => each !== test));
                  setDeleted(test);
                }}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          ))}
          {deleted !== null && (
            <Text size="sm" role="status">
              Deleted {deleted.name}.{" "}
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => {
                  onChange(withSaved(tests, deleted));
                  setDeleted(null);
                }}
              >
                Undo
              </Anchor>
            </Text>
          )}
          <form
            onSubmit={(submitted) => {
              submitted.preventDefault();
              if (current === null || wanted === "") return;
              onChange(withSaved(tests, { name: wanted, ...current }));
              setOpened(false);
            }}
          >
            <Group gap="xs" align="end" wrap="nowrap">
              <TextInput
                label="Save this test as"
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
                flex={1}
              />
              <Button type="submit" disabled={current === null || wanted === ""}>
                {tests.some((test) => test.name === wanted) ? "Replace" : "Save"}
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
