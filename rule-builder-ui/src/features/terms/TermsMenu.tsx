import type { TermsSummary } from "@firstmatch/shared-types";
import { ActionIcon, Menu } from "@mantine/core";
import { IconCopy, IconDots, IconStar, IconTrash } from "@tabler/icons-react";
import { removeTerms } from "../../api/terms.ts";
import { ask } from "../../components/ask.ts";
import { tell, tellError } from "../../components/tell.tsx";
import { useMay } from "../access/session.ts";
import { useProgramChange } from "../programs/use-program-change.ts";
import { useForgetTerms } from "./terms-queries.ts";

interface TermsMenuProps {
  terms: TermsSummary;
  onCopy: () => void;
}

export function TermsMenu({ terms, onCopy }: TermsMenuProps) {
  const { program, id, name, isDefault, draftRevision } = terms;
  const change = useProgramChange(program);
  const mayEdit = useMay("edit");
  const mayPublish = useMay("publish");
  const forget = useForgetTerms(program);

  const makeDefault = () =>
    change.mutate(
      { defaultTerms: id },
      {
        onSuccess: () => tell(`${name} are the default terms now`),
        onError: (error) => tellError(`${name} could not be made the default terms`, error),
      },
    );

  const remove = async () => {
    const sure = await ask({
      title: `Remove ${name}?`,
      text: "Their draft goes, and nobody can be given these terms any more. What their versions decided until now stays decided. This cannot be undone.",
      confirm: "Remove terms",
    });
    if (!sure) return;
    await removeTerms(program, id, draftRevision).catch((error: Error) =>
      tellError(`${name} could not be removed`, error),
    );
    await forget();
  };

  if (!mayEdit) return null;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="lg" aria-label={`More for ${name}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconStar size={16} />} disabled={isDefault || !mayPublish} onClick={makeDefault}>
          Make default
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
          Copy to new terms
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} color="red" disabled={isDefault} onClick={remove}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
