import { payoutSentence, type TermsEvent } from "@firstmatch/shared-types";
import { Button } from "@mantine/core";
import { IconPin } from "@tabler/icons-react";
import { SentenceText } from "../../components/SentenceText.tsx";
import css from "./RuleCard.module.css";
import { SetupTags } from "./SetupTags.tsx";
import { VerdictTag } from "./VerdictTag.tsx";

interface DefaultPayoutCardProps {
  event: TermsEvent;
  currency: string;
  won?: boolean;
  /** Left out where it can only be read. */
  onEdit?: () => void;
}

/** Pinned below the groups: it can be changed, but neither moved nor removed. */
export function DefaultPayoutCard({ event, currency, won = false, onEdit }: DefaultPayoutCardProps) {
  const { payout, setup } = event.default;
  const verdict = won ? "matched" : undefined;
  return (
    <section
      className={css.card}
      aria-label={`Default payout of ${event.name}`}
      data-read-only={onEdit === undefined || undefined}
      data-verdict={verdict}
    >
      <span />
      <span className={css.rank}>
        <IconPin size={15} aria-hidden />
      </span>
      <div className={css.rule}>
        <div className={css.title}>
          <span className={css.name}>Default payout</span>
          <SetupTags setup={setup} enabled />
          <VerdictTag verdict={verdict} />
        </div>
        <p className={css.criteria}>Pays when nothing above applies</p>
      </div>
      <p className={css.payout}>
        <SentenceText
          sentence={payoutSentence(payout, { currency, level: event.level, ...(setup !== undefined && { setup }) })}
        />
      </p>
      {onEdit && (
        <div className={css.tools}>
          <Button size="compact-sm" variant="default" onClick={onEdit} aria-label="Edit the default payout">
            Edit
          </Button>
        </div>
      )}
    </section>
  );
}
