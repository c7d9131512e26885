import type { PayoutGroup } from "@firstmatch/shared-types";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { tellWithUndo } from "../../components/tell.tsx";
import { useQuickChange } from "../terms/use-draft.ts";
import type { GroupAction } from "./group-action.ts";
import { addGroup, duplicateGroup, moveGroup, removeGroup, switchGroup } from "./group-changes.ts";
import { movedTo, rankOf } from "./reorder.ts";

interface GroupActionsOptions {
  eventType: string;
  groups: readonly PayoutGroup[];
  onEdit: (group: PayoutGroup) => void;
  /** Asks for the rank to move to. */
  onRank: (group: PayoutGroup) => void;
  /** The list on the page, for the focus to stay in. */
  list: RefObject<HTMLElement | null>;
}

/** What the rows, the menu and dragging do to the ranked groups. `said` is what a screen reader hears of it. */
export function useGroupActions({ eventType, groups, onEdit, onRank, list }: GroupActionsOptions) {
  const change = useQuickChange();
  const [said, setSaid] = useState("");

  const move = (group: PayoutGroup, rank: number) => {
    const target = Math.min(Math.max(rank, 1), groups.length);
    if (target === rankOf(groups, group.id)) return;
    const focused = document.activeElement;
    flushSync(() => {
      setSaid(movedTo(group.name, target, groups.length));
      void change(moveGroup(eventType, group, target));
    });
    // A row that the browser moves loses the focus, and with it whoever works by keyboard.
    if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus();
  };

  const remove = (group: PayoutGroup) => {
    const rank = rankOf(groups, group.id);
    flushSync(() => void change(removeGroup(eventType, group)));
    const rows = list.current?.children;
    // The row that the keyboard was in is gone: it goes on in the one that took its place.
    rows?.[Math.min(rank, rows.length) - 1]?.querySelector("button")?.focus();
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
      rank: () => onRank(group),
      switch: () => void change(switchGroup(eventType, group, group.enabled === false)),
      remove: () => remove(group),
    };
    actions[action]();
  };

  // A row is drawn anew only when its own properties change; so what it calls must stay the same function.
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  const [onAction] = useState(() => (group: PayoutGroup, action: GroupAction) => latest.current(group, action));
  return { move, onAction, said };
}
