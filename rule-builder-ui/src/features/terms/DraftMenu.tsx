import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDots, IconDownload, IconSettings } from "@tabler/icons-react";
import { exportTerms } from "../../api/terms.ts";
import { download } from "../../components/download.ts";
import { tellError } from "../../components/tell.tsx";
import { useMay } from "../access/session.ts";
import { TermsSettingsDialog } from "./TermsSettingsDialog.tsx";
import { useDraft, useDraftPlace } from "./use-draft.ts";

export function DraftMenu() {
  const { program, terms: id } = useDraftPlace();
  const { terms } = useDraft();
  const mayEdit = useMay("edit");
  const [settings, dialog] = useDisclosure();
  const exportDocument = () =>
    exportTerms(program, id)
      .then((document) => download(`${program}-${id}.json`, JSON.stringify(document, null, 2)))
      .catch((error: Error) => tellError(`${terms.name} could not be exported`, error));
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size="lg" variant="default" aria-label={`More for ${terms.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit && (
            <Menu.Item leftSection={<IconSettings size={16} />} onClick={dialog.open}>
              Settings
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={exportDocument}>
            Export as a document
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {settings && <TermsSettingsDialog onClose={dialog.close} />}
    </>
  );
}
