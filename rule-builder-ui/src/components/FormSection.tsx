import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface FormSectionProps {
  title: string;
  /** The level of its heading: 2 where it stands on a page itself. */
  order?: 2 | 3;
  hint?: ReactNode;
  children: ReactNode;
}

/** A part of a long form, with its heading. */
export const FormSection = ({ title, order = 3, hint, children }: FormSectionProps) => (
  <Stack component="section" gap="sm">
    <div>
      <Title order={order} fz="md" fw={650}>
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
