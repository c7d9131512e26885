import {
  criteriaSentence,
  effectiveSetup,
  payoutSentence,
  type StoredPersonalPayout,
  type TermsEvent,
} from "@firstmatch/shared-types";
import { ActionIcon, Menu } from "@mantine/core";
import { IconAlertTriangle, IconDots, IconPencil, IconTrash, IconUser } from "@tabler/icons-react";
import { SentenceText } from "../../components/SentenceText.tsx";
import css from "../payout-groups/RuleCard.module.css";
import { SetupTags } from "../payout-groups/SetupTags.tsx";
import { VerdictTag } from "../payout-groups/VerdictTag.tsx";

interface PersonalPayoutCardProps {
  stored: StoredPersonalPayout;
  event: TermsEvent;
  currency: string;
  won: boolean;
  /** The title of the older one that takes all of its conversions, if there is one. */
  shadowedBy: string | undefined;
  /** Both are left out where it can only be read. */
  onEdit?: () => void;
  onRemove?: () => void;
}

export function PersonalPayoutCard({
  stored,
  event,
  currency,
  won,
  shadowedBy,
  onEdit,
  onRemove,
}: PersonalPayoutCardProps) {
  const { title, enabled = true, partners, couponCode, conditions, event: fired } = stored.payout;
  const setup = effectiveSetup(fired.params.setup, event.default.setup);
  const verdict = won ? "matched" : undefined;
  return (
    <div
      className={css.card}
      data-off={!enabled || undefined}
      data-read-only={onEdit === undefined || undefined}
      data-verdict={verdict}
    >
      <span />
      <span className={css.rank}>
        <IconUser size={15} aria-hidden />
      </span>
      <div className={css.rule}>
        <div className={css.title}>
          {onEdit === undefined ? (
            <span className={css.name}>{title}</span>
          ) : (
            <button type="button" className={css.name} onClick={onEdit}>
              {title}
            </button>
          )}
          <SetupTags setup={setup} enabled={enabled} />
          <VerdictTag verdict={verdict} />
        </div>
        <p className={css.criteria}>
          For <b>{shownPartners(partners)}</b>
          {couponCode !== undefined && (
            <>
              {" with the code "}
              <b>{couponCode}</b>
            </>
          )}
          {conditions.all.length > 0 && (
            <>
              {", when "}
              <SentenceText sentence={criteriaSentence(conditions, { currency })} />
            </>
          )}
        </p>
        {shadowedBy !== undefined && (
          <p className={css.warning}>
            <IconAlertTriangle size={14} aria-hidden /> Never pays: {shadowedBy} is older, is tried first, and takes all
            of its conversions
          </p>
        )}
      </div>
      <p className={css.payout}>
        <SentenceText sentence={payoutSentence(fired.params.payout, { currency, level: event.level, setup })} />
      </p>
      {onEdit && onRemove && (
        <div className={css.tools}>
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={`More for ${title}`}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
                Edit
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={onRemove}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </div>
  );
}

const SHOWN_PARTNERS = 3;

const shownPartners = (partners: readonly string[]): string =>
  partners.length <= SHOWN_PARTNERS
    ? partners.join(", ")
    : `${partners.slice(0, SHOWN_PARTNERS).join(", ")} and ${partners.length - SHOWN_PARTNERS} more`;
