import { Alert, Button, Textarea, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";

interface Props {
  children: string;
  text: () => string;
  /** What is copied, for those who only hear it, where several buttons read the same. */
  of?: string;
  disabled?: boolean;
}

/** Copies a text; where the browser does not let it, shows the text to be copied by hand. */
export function CopyButton({ children, text, of, disabled = false }: Props) {
  const [copied, setCopied] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const current = disabled ? null : text();
  const done = copied !== null && copied === current;
  const copy = async () => {
    const wanted = text();
    const ok = await writeToClipboard(wanted);
    setCopied(ok ? wanted : null);
    setRefused(ok ? null : wanted);
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        disabled={disabled}
        leftSection={done ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={copy}
      >
        <span aria-live="polite">{done ? "Copied" : children}</span>
        {of !== undefined && <VisuallyHidden>&nbsp;{of}</VisuallyHidden>}
      </Button>
      {refused !== null && (
        <Alert
          color="yellow"
          role="alert"
          w="100%"
          title="The browser did not let us copy; copy it from here"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setRefused(null)}
        >
          <Textarea
            aria-label={`${children}: text`}
            value={refused}
            readOnly
            rows={6}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </Alert>
      )}
    </>
  );
}

/** False when there is no clipboard (a page that is not served securely has none) or it was refused. */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
