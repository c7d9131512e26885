import type { PayoutGroup, TermsEvent } from "@firstmatch/shared-types";
import { VisuallyHidden } from "@mantine/core";
import { type SyntheticEvent, useCallback, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { MoveToRankDialog } from "./MoveToRankDialog.tsx";
import { neverReached } from "./never-reached.ts";
import { PayoutGroupCard } from "./PayoutGroupCard.tsx";
import css from "./PayoutGroupList.module.css";
import { PayoutGroupMenu } from "./PayoutGroupMenu.tsx";
import { type Holding, RankingByDrag } from "./RankingByDrag.tsx";
import { rankOf } from "./reorder.ts";
import type { TestResult } from "./test-result.ts";
import { useGroupActions } from "./use-group-actions.ts";

interface PayoutGroupListProps {
  event: TermsEvent;
  currency: string;
  test: TestResult;
  onEdit: (group: PayoutGroup) => void;
}

const NO_GROUPS: PayoutGroup[] = [];

/** The ranked list: rows, dragging, one menu for all of them. */
export function PayoutGroupList({ event, currency, test, onEdit }: PayoutGroupListProps) {
  const { type: eventType, groups = NO_GROUPS, level } = event;
  const list = useRef<HTMLOListElement>(null);
  const [menu, setMenu] = useState<{ group: PayoutGroup; button: HTMLElement }>();
  const [ranking, setRanking] = useState<PayoutGroup>();
  const { move, onAction, said } = useGroupActions({ eventType, groups, onEdit, onRank: setRanking, list });
  const onMenu = useCallback((group: PayoutGroup, button: HTMLElement) => setMenu({ group, button }), []);

  const settled = useDeferredValue(groups, NO_GROUPS);
  const unreached = useMemo(() => neverReached(settled), [settled]);
  const instructions = useId();
  const dragging = useRef<Holding>(null);
  const onHold = useCallback((id: string, press: SyntheticEvent) => dragging.current?.hold(id, press), []);
  const shown = { count: groups.length, currency, level, setup: event.default.setup, onAction, onMenu };
  return (
    <>
      <ol
        ref={list}
        className={css.list}
        aria-label="Payout groups"
        data-off={event.customGroups === false || undefined}
        data-many={groups.length > 200 || undefined}
      >
        {groups.map((group, at) => (
          <li key={group.id} className={css.place}>
            <PayoutGroupCard
              group={group}
              rank={at + 1}
              neverReached={toldAs(unreached.get(group.id))}
              verdict={test.verdicts.get(group.id)}
              instructions={instructions}
              onHold={onHold}
              {...shown}
            />
          </li>
        ))}
      </ol>
      <RankingByDrag
        ref={dragging}
        groups={groups}
        list={list}
        instructions={instructions}
        onMove={move}
        picture={(group, rank) => <PayoutGroupCard group={group} rank={rank} {...shown} />}
      />
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
    </>
  );
}

const toldAs = (above: { rank: number; name: string } | undefined): string | undefined =>
  above && `Never reached: “${above.name}” at rank ${above.rank} takes all of its conversions`;
