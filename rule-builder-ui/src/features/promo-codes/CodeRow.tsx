import type { PromoCode } from "@firstmatch/shared-types";
import { ActionIcon, Menu } from "@mantine/core";
import { IconCalendar, IconDots, IconHistory, IconPlayerPlay, IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import { SpanText } from "../../components/SpanText.tsx";
import { tell, tellError } from "../../components/tell.tsx";
import { StandingMark } from "../members/StandingMark.tsx";
import { datedStandingOf } from "../members/standing.ts";
import { useCodeWrites } from "./code-queries.ts";

/** What opens a dialog of its own. */
export type CodeAction = "dates" | "reissue" | "holders";

interface CodeRowProps {
  code: PromoCode;
  timezone: string;
  mayEdit: boolean;
  onAction: (action: CodeAction) => void;
}

export function CodeRow({ code: promoCode, timezone, mayEdit, onAction }: CodeRowProps) {
  const { code, active, replaces } = promoCode;
  const { change } = useCodeWrites(promoCode);
  const toggle = () =>
    change.mutate(
      { active: !active },
      {
        onSuccess: () => tell(active ? `${code} no longer counts` : `${code} counts from now on, within its dates`),
        onError: (error) => tellError(`${code} could not be ${active ? "deactivated" : "activated"}`, error),
      },
    );
  return (
    <li>
      <div>
        <b>
          <code>{code}</code>
        </b>
        <span style={{ marginInlineStart: 8 }}>
          <StandingMark standing={datedStandingOf(promoCode, Date.now())} />
        </span>
        <small>
          <SpanText {...promoCode} timezone={timezone} />
          {replaces !== null && ` · in place of ${replaces}`}
        </small>
      </div>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`More for ${code}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit && (
            <>
              <Menu.Item
                leftSection={active ? <IconPlayerStop size={16} /> : <IconPlayerPlay size={16} />}
                onClick={toggle}
              >
                {active ? "Deactivate" : "Activate"}
              </Menu.Item>
              <Menu.Item leftSection={<IconCalendar size={16} />} onClick={() => onAction("dates")}>
                Change dates
              </Menu.Item>
              <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onAction("reissue")}>
                Re-issue
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconHistory size={16} />} onClick={() => onAction("holders")}>
            Who had it when
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
