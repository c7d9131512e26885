import type { PayoutGroup } from "@firstmatch/shared-types";
import { Menu, VisuallyHidden } from "@mantine/core";
import {
  IconArrowBarDown,
  IconArrowBarUp,
  IconArrowDown,
  IconArrowsSort,
  IconArrowUp,
  IconCopy,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";
import { createPortal } from "react-dom";
import type { GroupAction } from "./group-action.ts";
import css from "./PayoutGroupMenu.module.css";

interface PayoutGroupMenuProps {
  group: PayoutGroup;
  /** The button that it was opened with, and that gets the focus back. */
  button: HTMLElement;
  rank: number;
  count: number;
  onAction: (action: GroupAction) => void;
  onClose: () => void;
}

/** One menu for the whole list, opened at the button of a row: a menu in each of a thousand rows would be felt. */
export function PayoutGroupMenu({ group, button, rank, count, onAction, onClose }: PayoutGroupMenuProps) {
  const item = (action: GroupAction, label: string, Icon: typeof IconCopy, more = {}) => (
    <Menu.Item leftSection={<Icon size={16} />} onClick={() => onAction(action)} {...more}>
      {label}
    </Menu.Item>
  );
  const close = () => {
    button.focus();
    onClose();
  };
  return (
    <Menu opened onClose={close} returnFocus={false} width={200}>
      {createPortal(
        <Menu.Target>
          <span className={css.anchor} aria-hidden>
            <VisuallyHidden>{group.name}</VisuallyHidden>
          </span>
        </Menu.Target>,
        button,
      )}
      <Menu.Dropdown>
        {item("edit", "Edit", IconPencil)}
        {item("duplicate", "Duplicate", IconCopy)}
        <Menu.Divider />
        {item("up", "Move up", IconArrowUp, { disabled: rank === 1 })}
        {item("down", "Move down", IconArrowDown, { disabled: rank === count })}
        {item("top", "Move to top", IconArrowBarUp, { disabled: rank === 1 })}
        {item("bottom", "Move to bottom", IconArrowBarDown, { disabled: rank === count })}
        {item("rank", "Move to rank…", IconArrowsSort, { disabled: count === 1 })}
        <Menu.Divider />
        {item("remove", "Delete", IconTrash, { color: "var(--mantine-color-error)" })}
      </Menu.Dropdown>
    </Menu>
  );
}
