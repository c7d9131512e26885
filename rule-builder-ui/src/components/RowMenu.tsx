import { Menu, VisuallyHidden } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import css from "./RowMenu.module.css";

interface RowMenuProps {
  /** The button of the row that it was opened with, and that gets the focus back. */
  button: HTMLElement;
  /** Whose menu it is, for those who only hear it. */
  name: string;
  onClose: () => void;
  /** Menu.Item by Menu.Item. */
  children: ReactNode;
}

/** One menu for a whole list, opened at the button of a row: a menu in each of a thousand rows would be felt. */
export function RowMenu({ button, name, onClose, children }: RowMenuProps) {
  const close = () => {
    button.focus();
    onClose();
  };
  return (
    <Menu opened onClose={close} returnFocus={false} width={220}>
      {createPortal(
        <Menu.Target>
          <span className={css.anchor} aria-hidden>
            <VisuallyHidden>{name}</VisuallyHidden>
          </span>
        </Menu.Target>,
        button,
      )}
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

interface RowMenuButtonProps {
  name: string;
  onOpen: (button: HTMLElement) => void;
}

/** The three dots at the end of a row. */
export const RowMenuButton = ({ name, onOpen }: RowMenuButtonProps) => (
  <button
    type="button"
    className={css.button}
    aria-label={`More for ${name}`}
    aria-haspopup="menu"
    onClick={(click) => onOpen(click.currentTarget)}
  >
    <IconDots size={18} aria-hidden />
  </button>
);
