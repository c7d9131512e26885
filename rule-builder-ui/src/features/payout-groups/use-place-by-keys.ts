import { type CollisionDetection, closestCenter, KeyboardCode, type KeyboardCoordinateGetter } from "@dnd-kit/core";
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";

const STEPS: Readonly<Record<string, number>> = { [KeyboardCode.Up]: -1, [KeyboardCode.Down]: 1 };

/**
 * Dragging by keyboard goes from place to place by counting. dnd-kit would look for the nearest row by measure, and
 * where rows out of sight have estimated heights, or a press comes while the page still scrolls, that is another one.
 */
export function usePlaceByKeys(list: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const [place, setPlace] = useState<number>();
  // A press can come before the last one is drawn.
  const latest = useRef<number>(undefined);
  const goTo = useCallback((next: number | undefined) => {
    latest.current = next;
    setPlace(next);
  }, []);

  const coordinateGetter: KeyboardCoordinateGetter = useCallback(
    (press, { currentCoordinates, context: { active } }) => {
      const step = STEPS[press.code];
      const rows = list.current?.children;
      if (step === undefined || rows === undefined || latest.current === undefined) return undefined;
      press.preventDefault();
      const next = Math.min(Math.max(latest.current + step, 0), rows.length - 1);
      goTo(next);
      const from = active?.data.current?.sortable.index ?? next;
      const [row, own] = [rows[next], rows[from]];
      if (!(row instanceof HTMLElement) || !(own instanceof HTMLElement)) return undefined;
      // Those between move up by its height.
      return { x: currentCoordinates.x, y: topOf(row) + (next > from ? row.offsetHeight - own.offsetHeight : 0) };
    },
    [list, goTo],
  );

  const collisionDetection: CollisionDetection = useMemo(() => {
    const id = place === undefined ? undefined : ids[place];
    return id === undefined ? closestCenter : () => [{ id }];
  }, [ids, place]);

  return { place, reached: () => latest.current, goTo, coordinateGetter, collisionDetection };
}

/** Where the row stands when nothing is dragged over it, below the top of the window. */
const topOf = (row: HTMLElement): number => (row.offsetParent?.getBoundingClientRect().top ?? 0) + row.offsetTop;
