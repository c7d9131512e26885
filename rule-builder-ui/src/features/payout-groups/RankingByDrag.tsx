import { DndContext, DragOverlay, type Modifier } from "@dnd-kit/core";
import { SortableContext, type useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { PayoutGroup } from "@firstmatch/shared-types";
import {
  type ReactNode,
  type Ref,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { createPortal, flushSync } from "react-dom";
import { MovableRow } from "./MovableRow.tsx";
import css from "./PayoutGroupList.module.css";
import { type Places, rowsNear } from "./rows-near.ts";
import { useOnScroll } from "./use-on-scroll.ts";
import { useRankingByDrag } from "./use-ranking-by-drag.ts";

export interface Holding {
  /** A handle is pressed, by pointer or key: from now on its row can be dragged. */
  hold: (id: string, press: SyntheticEvent) => void;
}

interface RankingByDragProps {
  groups: readonly PayoutGroup[];
  /** Its children are the rows, in the order of the groups. */
  list: RefObject<HTMLElement | null>;
  /** The id for the element that says how a row is dragged. */
  instructions: string;
  onMove: (group: PayoutGroup, rank: number) => void;
  /** What is seen of the row that is being dragged. */
  picture: (group: PayoutGroup, rank: number) => ReactNode;
  ref: Ref<Holding>;
}

/** Rows each way of the place that keys have gone to: keys can be quicker than the page scrolls. */
const AROUND_PLACE = 3;

const onlyUpAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/**
 * Dragging in a list of a thousand rows. dnd-kit asks every row that takes part at every step; so only those near the
 * sight do, only while one is held, and beside the rows instead of around them.
 */
export function RankingByDrag({ groups, list, instructions, onMove, picture, ref }: RankingByDragProps) {
  const [held, setHeld] = useState<{ id: string; handle: Element; near: Places }>();
  const listeners = useRef<ReturnType<typeof useSortable>["listeners"]>(undefined);
  const letGo = () => setHeld(undefined);
  const { dragged, rankWhenDropped, ids, place, goTo, ...drag } = useRankingByDrag(groups, list, onMove, letGo);
  useImperativeHandle(ref, () => ({
    hold(id, press) {
      if (dragged !== undefined || list.current === null) return;
      const near = rowsNear(list.current);
      const byKey = press.type === "keydown";
      goTo(byKey ? ids.indexOf(id) : undefined);
      flushSync(() => setHeld({ id, handle: press.currentTarget, near }));
      listeners.current?.[byKey ? "onKeyDown" : "onPointerDown"]?.(press);
    },
  }));
  useOnScroll(held !== undefined, () => {
    setHeld((now) => {
      if (now === undefined || list.current === null) return now;
      const near = rowsNear(list.current, now.near);
      return near === now.near ? now : { ...now, near };
    });
  });

  // Its row is hidden while it is dragged, which takes the focus from it, and so from whoever works by keyboard.
  const handle = held?.handle;
  useEffect(
    () => () => {
      if (handle instanceof HTMLElement && document.activeElement === document.body) handle.focus();
    },
    [handle],
  );

  const takesPart = (at: number): boolean =>
    held !== undefined &&
    (ids[at] === held.id ||
      (held.near.from <= at && at < held.near.to) ||
      (place !== undefined && Math.abs(at - place) <= AROUND_PLACE));
  return (
    <DndContext id={instructions} modifiers={[onlyUpAndDown]} {...drag}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {ids.map((id, at) => {
          const row = list.current?.children[at];
          return (
            takesPart(at) &&
            row instanceof HTMLElement && (
              <MovableRow key={id} id={id} row={row} listeners={id === held?.id ? listeners : undefined} />
            )
          );
        })}
      </SortableContext>
      {createPortal(
        <DragOverlay dropAnimation={null}>
          {dragged && (
            // A picture of the row: what can be pressed is in the list.
            <div className={css.lifted} inert>
              {picture(dragged, rankWhenDropped)}
            </div>
          )}
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}
