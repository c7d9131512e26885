import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface FormSectionProps {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A part of a long form, with its heading. */
export const FormSection = ({ title, hint, children }: FormSectionProps) => (
  <Stack component="section" gap="sm">
    <div>
      <Title order={3} fz="md" fw={650}>
        {title}
      </Title>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mt={2}>
          {hint}
        </Text>
      )}
    </div>
    {children}
  </Stack>
);
