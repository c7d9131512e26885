import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ActionIcon } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useSpokenMoves } from "./use-spoken-moves.ts";

interface Entry {
  id: string;
  /** What a screen reader calls it: "criterion 2: Order total". */
  name: string;
}

interface SortableListProps {
  entries: readonly Entry[];
  onMove: (from: number, to: number) => void;
  /** True while an entry is held; Escape then puts it back and must not close what the list stands in. */
  onDraggingChange?: ((dragging: boolean) => void) | undefined;
  children: (id: string, at: number) => ReactNode;
}

const onlyVertical: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** A list whose entries are put in order by their handle, with mouse or keyboard. All of dnd-kit is in here. */
export function SortableList({ entries, onMove, onDraggingChange, children }: SortableListProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const order = entries.map(({ id }) => id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of the same ids would draw every entry anew
  const ids = useMemo(() => entries.map(({ id }) => id), [order]);
  const accessibility = useSpokenMoves(entries);
  const placeOf = (id: unknown) => entries.findIndex((entry) => entry.id === id);
  const endDrag = () => {
    // The Escape that ends a drag is still on its way up to the window: whatever closes on it must not see it as free.
    if (onDraggingChange !== undefined) setTimeout(() => onDraggingChange(false));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    endDrag();
    const [from, to] = [placeOf(active.id), placeOf(over?.id)];
    if (from !== to && from !== -1 && to !== -1) onMove(from, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[onlyVertical]}
      accessibility={accessibility}
      onDragStart={() => onDraggingChange?.(true)}
      onDragEnd={drop}
      onDragCancel={endDrag}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {entries.map(({ id }, at) => (
          <SortableEntry key={id} id={id}>
            {children(id, at)}
          </SortableEntry>
        ))}
      </SortableContext>
    </DndContext>
  );
}

type Handle = Pick<ReturnType<typeof useSortable>, "attributes" | "listeners" | "setActivatorNodeRef">;
const HandleContext = createContext<Handle | undefined>(undefined);

function SortableEntry({ id, children }: { id: string; children: ReactNode }) {
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  const style = {
    transform: CSS.Translate.toString(transform),
    transition,
    ...(isDragging && HELD),
  };
  return (
    <div ref={setNodeRef} style={style}>
      <HandleContext.Provider value={{ attributes, listeners, setActivatorNodeRef }}>{children}</HandleContext.Provider>
    </div>
  );
}

/** An entry while it is held lies above the others. */
const HELD = {
  position: "relative",
  zIndex: 2,
  background: "var(--fm-card)",
  borderRadius: "var(--mantine-radius-md)",
  boxShadow: "var(--mantine-shadow-md)",
} as const;

/** The handle of the entry that it stands in. */
export function DragHandle({ label }: { label: string }) {
  const handle = useContext(HandleContext);
  if (handle === undefined) throw new Error("a DragHandle must be inside a SortableList");
  return (
    <ActionIcon
      ref={handle.setActivatorNodeRef}
      {...handle.attributes}
      {...handle.listeners}
      aria-label={label}
      style={{ cursor: "grab", touchAction: "none" }}
    >
      <IconGripVertical size={16} />
    </ActionIcon>
  );
}
