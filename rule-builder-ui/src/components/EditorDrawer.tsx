import { Drawer, Skeleton, Stack } from "@mantine/core";
import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from "react";
import { askToDiscard, TYPED } from "./ask-to-discard.ts";
import { useLeaveGuard } from "./LeaveGuard.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

/** What an editor reports to whoever opened it. */
export interface EditorState {
  onDirtyChange: (dirty: boolean) => void;
  onDraggingChange: (dragging: boolean) => void;
  /** Closes; asks first when something was typed. */
  onCancel: () => void;
}

interface EditorDrawerProps {
  title: string;
  /** Whether it is a form to be sent, where nothing was before. */
  adds?: boolean;
  onClose: () => void;
  children: (editor: EditorState) => ReactNode;
}

const CHANGED = {
  title: "Discard your changes?",
  text: "What you changed in the editor is not saved yet, and is lost when you leave.",
};

/** An editor beside the list. What was typed in it is never lost by a click elsewhere. */
export function EditorDrawer({ title, adds = false, onClose, children }: EditorDrawerProps) {
  const [dirty, setDirty] = useState(false);
  const [dragging, setDragging] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const loss = adds ? TYPED : CHANGED;
  useLeaveGuard(dirty, loss.text);
  useReturnFocus();
  const cancel = async () => {
    // An Escape that is meant for the dialog above arrives here as well.
    if (document.querySelectorAll('[role="dialog"]').length > 1) return;
    if (!dirty || (await askToDiscard(loss))) onClose();
  };
  return (
    // Escape belongs to the row that is being dragged, as long as one is.
    <Drawer.Root
      opened
      onClose={cancel}
      position="right"
      size={820}
      closeOnEscape={!dragging}
      closeOnClickOutside={!dirty}
    >
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title fz="lg" fw={650} miw={0}>
            {title}
          </Drawer.Title>
          <Drawer.CloseButton aria-label="Close the editor" />
        </Drawer.Header>
        <Drawer.Body ref={body}>
          <Suspense fallback={<EditorSkeleton />}>
            {children({ onDirtyChange: setDirty, onDraggingChange: setDragging, onCancel: cancel })}
            <FirstFocus within={body} />
          </Suspense>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** The drawer opens with the focus on Close, as long as the editor is not loaded. It goes on once the editor is there. */
function FirstFocus({ within }: { within: RefObject<HTMLElement | null> }) {
  useEffect(() => within.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus(), [within]);
  return null;
}

function EditorSkeleton() {
  return (
    <Stack role="status" aria-label="Loading">
      <Skeleton height={58} />
      <Skeleton height={180} />
      <Skeleton height={240} />
    </Stack>
  );
}
