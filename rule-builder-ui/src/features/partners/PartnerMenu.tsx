import type { Partner } from "@firstmatch/shared-types";
import { Menu } from "@mantine/core";
import { IconCoins, IconPencil, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { RowMenu } from "../../components/RowMenu.tsx";
import { payoutSettingsPath } from "./partner-path.ts";
import { usePartnerStatus } from "./use-partner-status.ts";

interface PartnerMenuProps {
  partner: Partner;
  button: HTMLElement;
  mayEdit: boolean;
  onEdit: () => void;
  onClose: () => void;
}

export function PartnerMenu({ partner, button, mayEdit, onEdit, onClose }: PartnerMenuProps) {
  const navigate = useNavigate();
  const changeStatus = usePartnerStatus();
  const active = partner.status === "active";
  return (
    <RowMenu button={button} name={partner.name} onClose={onClose}>
      <Menu.Item leftSection={<IconCoins size={16} />} onClick={() => navigate(payoutSettingsPath(partner.id))}>
        Payout settings
      </Menu.Item>
      {mayEdit && (
        <>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            Edit
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={active ? <IconUserOff size={16} /> : <IconUserCheck size={16} />}
            {...(active && { color: "var(--mantine-color-error)" })}
            onClick={() => void changeStatus(partner)}
          >
            {active ? "Deactivate" : "Activate"}
          </Menu.Item>
        </>
      )}
    </RowMenu>
  );
}
