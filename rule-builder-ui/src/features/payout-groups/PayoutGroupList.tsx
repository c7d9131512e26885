import { closestCenter, DndContext, DragOverlay, type Modifier } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { PayoutGroup, TermsEvent } from "@firstmatch/shared-types";
import { VisuallyHidden } from "@mantine/core";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { MoveToRankDialog } from "./MoveToRankDialog.tsx";
import { neverReached } from "./never-reached.ts";
import { PayoutGroupCard } from "./PayoutGroupCard.tsx";
import css from "./PayoutGroupList.module.css";
import { PayoutGroupMenu } from "./PayoutGroupMenu.tsx";
import { rankOf } from "./reorder.ts";
import { SortablePayoutGroup } from "./SortablePayoutGroup.tsx";
import type { TestResult } from "./test-result.ts";
import { useGroupActions } from "./use-group-actions.ts";
import { useRankingByDrag } from "./use-ranking-by-drag.ts";

interface PayoutGroupListProps {
  event: TermsEvent;
  currency: string;
  test: TestResult;
  onEdit: (group: PayoutGroup) => void;
}

const onlyUpAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

const NO_GROUPS: PayoutGroup[] = [];

/** The ranked list: rows, dragging, one menu for all of them. */
export function PayoutGroupList({ event, currency, test, onEdit }: PayoutGroupListProps) {
  const { type: eventType, groups = NO_GROUPS, level } = event;
  const list = useRef<HTMLOListElement>(null);
  const [menu, setMenu] = useState<{ group: PayoutGroup; button: HTMLElement }>();
  const [ranking, setRanking] = useState<PayoutGroup>();
  const { move, onAction, said } = useGroupActions({ eventType, groups, onEdit, onRank: setRanking, list });
  const onMenu = useCallback((group: PayoutGroup, button: HTMLElement) => setMenu({ group, button }), []);

  const { dragged, rankWhenDropped, ...drag } = useRankingByDrag(groups, move);
  const settled = useDeferredValue(groups);
  const unreached = useMemo(() => neverReached(settled), [settled]);
  const ids = useMemo(() => groups.map(({ id }) => id), [groups]);
  const shown = { count: groups.length, currency, level, setup: event.default.setup, onAction, onMenu };
  return (
    <DndContext collisionDetection={closestCenter} modifiers={[onlyUpAndDown]} {...drag}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol
          ref={list}
          className={css.list}
          aria-label="Payout groups"
          data-off={event.customGroups === false || undefined}
          data-many={groups.length > 200 || undefined}
        >
          {groups.map((group, at) => (
            <SortablePayoutGroup
              key={group.id}
              group={group}
              rank={at + 1}
              neverReached={toldAs(unreached.get(group.id))}
              verdict={test.verdicts.get(group.id)}
              {...shown}
            />
          ))}
        </ol>
      </SortableContext>
      {createPortal(
        <DragOverlay dropAnimation={null}>
          {dragged && (
            // A picture of the row: what can be pressed is in the list.
            <div className={css.lifted} inert>
              <PayoutGroupCard group={dragged} rank={rankWhenDropped} {...shown} />
            </div>
          )}
        </DragOverlay>,
        document.body,
      )}
      {menu && (
        <PayoutGroupMenu
          {...menu}
          rank={rankOf(groups, menu.group.id)}
          count={groups.length}
          onAction={(action) => onAction(menu.group, action)}
          onClose={() => setMenu(undefined)}
        />
      )}
      {ranking && (
        <MoveToRankDialog
          name={ranking.name}
          rank={rankOf(groups, ranking.id)}
          count={groups.length}
          onMove={(rank) => move(ranking, rank)}
          onClose={() => setRanking(undefined)}
        />
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </DndContext>
  );
}

const toldAs = (above: { rank: number; name: string } | undefined): string | undefined =>
  above && `Never reached: “${above.name}” at rank ${above.rank} takes all of its conversions`;
