import type { PayoutGroup } from "@firstmatch/shared-types";
import type { GroupAction } from "./group-action.ts";
import css from "./RuleCard.module.css";

export interface GroupToolsProps {
  group: PayoutGroup;
  rank: number;
  count: number;
  onAction: (group: PayoutGroup, action: GroupAction) => void;
  onMenu: (group: PayoutGroup, button: HTMLElement) => void;
}

/** On and off, up and down, and the menu with the rest. */
export function GroupTools({ group, rank, count, onAction, onMenu }: GroupToolsProps) {
  const { name, enabled = true } = group;
  return (
    <div className={css.tools}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
        role="switch"
        className={css.switch}
        checked={enabled}
        onChange={() => onAction(group, "switch")}
        aria-label={`${name} is on`}
      />
      {/* At either end they stay focusable: a press too many must not throw the keyboard out of the list. */}
      <button
        type="button"
        className={css.tool}
        data-icon="up"
        aria-label={`Move ${name} up`}
        aria-disabled={rank === 1}
        onClick={() => onAction(group, "up")}
      />
      <button
        type="button"
        className={css.tool}
        data-icon="down"
        aria-label={`Move ${name} down`}
        aria-disabled={rank === count}
        onClick={() => onAction(group, "down")}
      />
      <button
        type="button"
        className={css.tool}
        data-icon="more"
        aria-label={`More for ${name}`}
        aria-haspopup="menu"
        onClick={(click) => onMenu(group, click.currentTarget)}
      />
    </div>
  );
}
