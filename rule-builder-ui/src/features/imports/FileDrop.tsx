import { Button, FileButton, Group, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { ACCEPTED } from "./chosen-file.ts";
import css from "./Imports.module.css";

interface FileDropProps {
  onChoose: (file: File) => void;
  children: ReactNode;
}

/** Takes one file, chosen or dropped. */
export function FileDrop({ onChoose, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label="File to import"
      className={css.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onChoose(file);
      }}
    >
      <Group justify="center" gap="sm">
        <FileButton accept={ACCEPTED} onChange={(file) => file && onChoose(file)}>
          {(props) => (
            <Button {...props} leftSection={<IconUpload size={16} />}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Text size="sm">or drop it here</Text>
      </Group>
      <Text size="sm" c="dimmed" maw={560}>
        {children}
      </Text>
    </section>
  );
}
