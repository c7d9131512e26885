import {
  criteriaSentence,
  type EventSetup,
  effectiveSetup,
  type PayoutGroup,
  payoutSentence,
  type TermsEvent,
} from "@firstmatch/shared-types";
import { IconAlertTriangle } from "@tabler/icons-react";
import { memo } from "react";
import { SentenceText } from "../../components/SentenceText.tsx";
import { GroupHandle, type GroupHandleProps } from "./GroupHandle.tsx";
import { GroupTools, type GroupToolsProps } from "./GroupTools.tsx";
import css from "./RuleCard.module.css";
import { SetupTags } from "./SetupTags.tsx";
import { type Verdict, VerdictTag } from "./VerdictTag.tsx";

type Tools = Pick<GroupToolsProps, "count" | "onAction" | "onMenu"> & Pick<GroupHandleProps, "instructions" | "onHold">;

/** Without tools it can only be read. */
export interface PayoutGroupCardProps extends Partial<Tools> {
  group: PayoutGroup;
  rank: number;
  currency: string;
  level: TermsEvent["level"];
  /** The setup of the default payout, which the group inherits. */
  setup: EventSetup | undefined;
  /** In words, why no conversion can reach it. */
  neverReached?: string | undefined;
  /** What the rule tester found out about it. */
  verdict?: Verdict | undefined;
}

/**
 * One payout group of the ranked list. Plain elements instead of Mantine's, and drawn anew only when it changes: there
 * may be a thousand of them.
 */
export const PayoutGroupCard = memo(function PayoutGroupCard(props: PayoutGroupCardProps) {
  const { group, rank, currency, level, setup, neverReached, verdict, count, onAction, onMenu, ...handle } = props;
  const { name, conditions, event, enabled = true } = group;
  const own = effectiveSetup(event.params.setup, setup);
  return (
    <div
      className={css.card}
      data-off={!enabled || undefined}
      data-read-only={onAction === undefined || undefined}
      data-verdict={verdict}
    >
      {count === undefined ? <span /> : <GroupHandle {...handle} id={group.id} name={name} rank={rank} count={count} />}
      <span className={css.rank} aria-hidden>
        {rank}
      </span>
      <div className={css.rule}>
        <div className={css.title}>
          {onAction === undefined ? (
            <span className={css.name}>{name}</span>
          ) : (
            <button type="button" className={css.name} onClick={() => onAction(group, "edit")}>
              {name}
            </button>
          )}
          <SetupTags setup={own} enabled={enabled} />
          <VerdictTag verdict={verdict} />
        </div>
        <p className={css.criteria}>
          <SentenceText sentence={criteriaSentence(conditions, { currency })} />
        </p>
        {neverReached !== undefined && (
          <p className={css.warning}>
            <IconAlertTriangle size={14} aria-hidden /> {neverReached}
          </p>
        )}
      </div>
      <p className={css.payout}>
        <SentenceText sentence={payoutSentence(event.params.payout, { currency, level, setup: own })} />
      </p>
      {onAction !== undefined && onMenu !== undefined && count !== undefined && (
        <GroupTools group={group} rank={rank} count={count} onAction={onAction} onMenu={onMenu} />
      )}
    </div>
  );
});
