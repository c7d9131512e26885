import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { PayoutGroupCard, type PayoutGroupCardProps } from "./PayoutGroupCard.tsx";
import css from "./PayoutGroupList.module.css";

/** A card that can be dragged by its handle. */
export function SortablePayoutGroup(props: PayoutGroupCardProps) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: props.group.id,
  });
  return (
    <li
      ref={setNodeRef}
      className={css.place}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <PayoutGroupCard {...props} handleRef={setActivatorNodeRef} attributes={attributes} listeners={listeners} />
    </li>
  );
}
