import type { Partner, PayoutSettings, StoredPersonalPayout } from "@firstmatch/shared-types";
import { Button, Group, Menu, Text } from "@mantine/core";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import { Link } from "react-router";
import { PersonalPayoutDrawer } from "../personal-payouts/PersonalPayoutDrawer.tsx";
import { EventPayouts } from "./EventPayouts.tsx";
import { asTermsEvent, type EventSettings } from "./event-settings.ts";
import { MemberDates } from "./MemberDates.tsx";
import { MemberTerms } from "./MemberTerms.tsx";
import css from "./PayoutSettings.module.css";
import { membershipPath } from "./partner-path.ts";
import { StandingBadge } from "./StandingBadge.tsx";

interface ProgramPayoutsProps {
  partner: Partner;
  settings: PayoutSettings;
  mayEdit: boolean;
  /** The partner was just added here: the keyboard goes on here. */
  joined: boolean;
}

/** One program: the terms that decide for the partner, and what they pay it for each event type. */
export function ProgramPayouts({ partner, settings, mayEdit, joined }: ProgramPayoutsProps) {
  const { program, member, terms, events } = settings;
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (joined) section.current?.focus();
  }, [joined]);
  /** The personal payout whose editor is open; null for a new one. */
  const [editing, setEditing] = useState<{ event: EventSettings; stored: StoredPersonalPayout | null }>();
  const add = (event: EventSettings) => setEditing({ event, stored: null });
  return (
    <section className={css.program} aria-labelledby={heading} ref={section} tabIndex={-1}>
      <header className={css.header}>
        <div className={css.heading}>
          <Group gap="xs">
            <h2 id={heading}>
              <Link to={`/programs/${program.id}`}>{program.name}</Link>
            </h2>
            <StandingBadge program={program} member={member} />
          </Group>
          <MemberTerms settings={settings} mayEdit={mayEdit} />
          {(member.from !== null || member.until !== null) && (
            <MemberDates member={member} timezone={program.timezone} />
          )}
        </div>
        <Group gap="xs">
          <Button
            variant="subtle"
            component={Link}
            to={membershipPath(program.id, partner.id)}
            aria-label={`Membership in ${program.name}`}
          >
            Membership
          </Button>
          {mayEdit && <AddPersonalPayout program={program.name} events={events} onAdd={add} />}
        </Group>
      </header>
      {events.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          Nothing is published in these terms yet, so they decide nothing.
        </Text>
      )}
      {events.map((event) => (
        <EventPayouts
          key={event.type}
          place={{ program: program.id, terms: terms.id, eventType: event.type }}
          event={event}
          currency={terms.currency}
          mayEdit={mayEdit}
          onEdit={(stored) => setEditing({ event, stored })}
        />
      ))}
      {editing && (
        <PersonalPayoutDrawer
          place={{ program: program.id, terms: terms.id, eventType: editing.event.type }}
          event={asTermsEvent(editing.event)}
          stored={editing.stored}
          partner={partner.id}
          currency={terms.currency}
          timezone={terms.timezone}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}

interface AddPersonalPayoutProps {
  program: string;
  events: EventSettings[];
  onAdd: (event: EventSettings) => void;
}

/** Asks for the event type only where there are several. */
function AddPersonalPayout({ program, events, onAdd }: AddPersonalPayoutProps) {
  const [only, ...others] = events;
  if (only === undefined) return null;
  const button = {
    variant: "default",
    leftSection: <IconPlus size={16} />,
    "aria-label": `Add personal payout in ${program}`,
  } as const;
  if (others.length === 0)
    return (
      <Button {...button} onClick={() => onAdd(only)}>
        Add personal payout
      </Button>
    );
  return (
    <Menu>
      <Menu.Target>
        <Button {...button} rightSection={<IconChevronDown size={14} />}>
          Add personal payout
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>For the event type</Menu.Label>
        {events.map((event) => (
          <Menu.Item key={event.type} onClick={() => onAdd(event)}>
            {event.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
