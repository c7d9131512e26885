import { payoutSentence, type StoredPersonalPayout } from "@firstmatch/shared-types";
import { Badge, Group } from "@mantine/core";
import { useId } from "react";
import { Link } from "react-router";
import type { PersonalPayoutPlace } from "../../api/personal-payouts.ts";
import { SentenceText } from "../../components/SentenceText.tsx";
import { PersonalPayoutCard } from "../personal-payouts/PersonalPayoutCard.tsx";
import { shadowed } from "../personal-payouts/shadowed.ts";
import { useConfirmedRemoval } from "../personal-payouts/use-confirmed-removal.ts";
import { asTermsEvent, type EventSettings } from "./event-settings.ts";
import css from "./PayoutSettings.module.css";

interface EventPayoutsProps {
  place: PersonalPayoutPlace;
  event: EventSettings;
  currency: string;
  mayEdit: boolean;
  onEdit: (stored: StoredPersonalPayout) => void;
}

/** What the partner is paid for one event type: by its personal payouts, then the groups, then the default payout. */
export function EventPayouts({ place, event, currency, mayEdit, onEdit }: EventPayoutsProps) {
  const heading = useId();
  const remove = useConfirmedRemoval(place);
  const terms = asTermsEvent(event);
  const { setup } = terms.default;
  const neverPaid = shadowed(event.personal.map(({ payout }) => payout));
  return (
    <section className={css.event} aria-labelledby={heading}>
      <div className={css.paid}>
        <Group gap="xs">
          <h3 id={heading}>{event.name}</h3>
          <Badge color="gray">{event.level === "item" ? "Item level" : "Order level"}</Badge>
        </Group>
        <p>
          <span className={css.label}>Default payout</span>
          <SentenceText
            sentence={payoutSentence(event.default, {
              currency,
              level: event.level,
              ...(setup !== undefined && { setup }),
            })}
          />
        </p>
        <Link
          className={css.groups}
          to={`/programs/${place.program}/terms/${place.terms}/events/${encodeURIComponent(event.type)}`}
        >
          {groupsInWords(event.groups)}
        </Link>
      </div>
      {event.personal.length > 0 && (
        <ul className={css.personal} aria-label={`Personal payouts for ${event.name}`}>
          {event.personal.map((stored) => (
            <li key={stored.payout.id}>
              <PersonalPayoutCard
                stored={stored}
                event={terms}
                currency={currency}
                won={false}
                shadowedBy={neverPaid.get(stored.payout.id)}
                {...(mayEdit && { onEdit: () => onEdit(stored), onRemove: () => void remove(stored) })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const groupsInWords = (count: number): string => {
  if (count === 0) return "No payout groups";
  return count === 1 ? "1 payout group" : `${count.toLocaleString("en")} payout groups`;
};
