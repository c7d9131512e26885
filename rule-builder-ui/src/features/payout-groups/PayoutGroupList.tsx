import { closestCenter, DndContext, DragOverlay, type Modifier } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { PayoutGroup, TermsEvent } from "@firstmatch/shared-types";
import { VisuallyHidden } from "@mantine/core";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { tellWithUndo } from "../../components/tell.tsx";
import { useDraft, useQuickChange } from "../terms/use-draft.ts";
import type { GroupAction } from "./group-action.ts";
import { addGroup, duplicateGroup, moveGroup, removeGroup, switchGroup } from "./group-changes.ts";
import { MoveToRankDialog } from "./MoveToRankDialog.tsx";
import { neverReached } from "./never-reached.ts";
import { PayoutGroupCard } from "./PayoutGroupCard.tsx";
import css from "./PayoutGroupList.module.css";
import { PayoutGroupMenu } from "./PayoutGroupMenu.tsx";
import { movedTo, rankOf } from "./reorder.ts";
import { SortablePayoutGroup } from "./SortablePayoutGroup.tsx";
import type { TestResult } from "./test-result.ts";
import { useRankingByDrag } from "./use-ranking-by-drag.ts";

interface PayoutGroupListProps {
  event: TermsEvent;
  currency: string;

  test: TestResult;
  onEdit: (group: PayoutGroup) => void;
}

const onlyUpAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

const NO_GROUPS: PayoutGroup[] = [];

export function PayoutGroupList({ event, currency, test, onEdit }: PayoutGroupListProps) {
  const { type: eventType, groups = NO_GROUPS, level } = event;
  const { mark } = useDraft();
  const change = useQuickChange();
  const [menu, setMenu] = useState<{ group: PayoutGroup; button: HTMLElement }>();
  const [ranking, setRanking] = useState<PayoutGroup>();
  const [said, setSaid] = useState("");

  const move = useCallback(
    (group: PayoutGroup, rank: number) => {
      const target = Math.min(Math.max(rank, 1), groups.length);
      if (target === rankOf(groups, group.id)) return;
      const focused = document.activeElement;
      flushSync(() => {
        setSaid(movedTo(group.name, target, groups.length));
        void change(moveGroup(eventType, group, target));
      });
      // A row that the browser moves loses the focus, and with it whoever works by keyboard.
      if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus();
    },
    [change, eventType, groups],
  );

  const remove = (group: PayoutGroup) => {
    const rank = rankOf(groups, group.id);
    void change(removeGroup(eventType, group));
    tellWithUndo(`Removed ${group.name}`, () => void change(addGroup(eventType, group, rank)));
  };

  const act = (group: PayoutGroup, action: GroupAction) => {
    const rank = rankOf(groups, group.id);
    const actions: Record<GroupAction, () => void> = {
      edit: () => onEdit(group),
      duplicate: () => void change(duplicateGroup(eventType, groups, group)),
      up: () => move(group, rank - 1),
      down: () => move(group, rank + 1),
      top: () => move(group, 1),
      bottom: () => move(group, groups.length),
      rank: () => setRanking(group),
      switch: () => void change(switchGroup(eventType, group, group.enabled === false)),
      remove: () => remove(group),
    };
    actions[action]();
  };
  // The rows stay as they are while the list around them is drawn anew; so what they call must stay, too.
  const latest = useRef(act);
  latest.current = act;
  const onAction = useCallback((group: PayoutGroup, action: GroupAction) => latest.current(group, action), []);
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
          className={css.list}
          aria-label="Payout groups"
          data-off={event.customGroups === false || undefined}
          data-many={groups.length > 200 || undefined}
          data-saving={mark === "saving" || undefined}
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
            <div className={css.lifted}>
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
          onAction={(action) => act(menu.group, action)}
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
