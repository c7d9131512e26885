import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import type { RuleGroupProps } from "react-querybuilder";
import { faultAt } from "../../components/faults-at.ts";
import { DragHandle } from "../../components/SortableList.tsx";
import css from "./Criteria.module.css";
import { useFaultsOf } from "./criteria-context.ts";
import { focusAddButton } from "./focus-add-button.ts";
import { numberOf } from "./row-names.ts";

interface BlockHeaderProps extends Pick<RuleGroupProps, "path" | "actions"> {
  title: string;
}

/** The first line of a nested block: what it means, and what can be done to it as a whole. */
export function BlockHeader({ title, path, actions }: BlockHeaderProps) {
  // What is wrong with its rows stands at them; here only what is wrong with the block itself.
  const faults = useFaultsOf(path).filter(({ pointer }) => /^(\/(all|any|not))*$/.test(pointer));
  const name = `block ${numberOf(path)}`;
  const fault = faultAt(faults, "");
  const next = [...path.slice(0, -1), (path.at(-1) ?? 0) + 1];
  return (
    <div className={css.header}>
      <DragHandle label={`Drag ${name}`} />
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {fault !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)">
          {fault}
        </Text>
      )}
      <div className={css.tools} style={{ marginLeft: "auto", marginTop: 0 }}>
        <Tooltip label="Duplicate">
          <ActionIcon aria-label={`Duplicate ${name}`} onClick={() => actions.moveRule(path, next, true)}>
            <IconCopy size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Remove">
          <ActionIcon
            aria-label={`Remove ${name}`}
            onClick={(event) => {
              focusAddButton(event.currentTarget.closest("fieldset")?.parentElement);
              actions.onGroupRemove(path);
            }}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}
