import type { PayoutSettings, PlannedMove, TermsSummary } from "@firstmatch/shared-types";
import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendarEvent } from "@tabler/icons-react";
import { Suspense, useRef } from "react";
import { Link } from "react-router";
import { isProblem } from "../../api/problem-error.ts";
import { Moment } from "../../components/Moment.tsx";
import { part } from "../../components/part.ts";
import { tell, tellError } from "../../components/tell.tsx";
import { useMemberWrites } from "../members/member-queries.ts";
import { useTermsList } from "../terms/terms-queries.ts";

const MoveTermsDialog = part(async () => (await import("./MoveTermsDialog.tsx")).MoveTermsDialog);

/** All that is asked of payout settings here, so that others can show a member's terms as well. */
type Settings = Pick<PayoutSettings, "program" | "member"> & { terms: Pick<PayoutSettings["terms"], "id" | "name"> };

interface MemberTermsProps {
  settings: Settings;
  mayEdit: boolean;
  /** Whether a heading above says already that these are terms. */
  headed?: boolean;
}

/** The terms that decide for the member now, those it will move to, and the way to others. */
export function MemberTerms({ settings, mayEdit, headed = false }: MemberTermsProps) {
  const { program, member, terms } = settings;
  const [moving, dialog] = useDisclosure();
  const change = useRef<HTMLButtonElement>(null);
  const { callOff } = useMemberWrites(member);
  const confirm = () =>
    callOff.mutate(undefined, {
      onSuccess: () => tell(`${member.partner.name} stays on the present terms`),
      onError: (error) =>
        tellError(
          "The move could not be called off",
          isProblem(error, 412)
            ? new Error("Somebody else changed this member meanwhile; it is shown as it is now.")
            : error,
        ),
      // The button that was pressed is gone by now, or rested meanwhile.
      onSettled: () => change.current?.focus(),
    });
  return (
    <>
      <Group gap={6} fz="sm">
        {!headed && (
          <Text size="sm" c="dimmed">
            Terms
          </Text>
        )}
        <Link
          to={`/programs/${program.id}/terms/${terms.id}`}
          style={{ color: "var(--fm-accent-ink)", fontWeight: 600 }}
        >
          {terms.name}
        </Link>
        {member.terms === null && (
          <Text size="sm" c="dimmed">
            the program’s default
          </Text>
        )}
        {mayEdit && (
          <Button
            ref={change}
            size="compact-sm"
            variant="subtle"
            onClick={dialog.open}
            aria-label={`Change terms in ${program.name}`}
          >
            Change
          </Button>
        )}
      </Group>
      {member.plannedMoves.length > 0 && (
        <PlannedMoves settings={settings} mayEdit={mayEdit} busy={callOff.isPending} onCallOff={confirm} />
      )}
      <Suspense>{moving && <MoveTermsDialog settings={settings} onClose={dialog.close} />}</Suspense>
    </>
  );
}

interface PlannedMovesProps extends MemberTermsProps {
  busy: boolean;
  onCallOff: () => void;
}

function PlannedMoves({ settings: { program, member }, mayEdit, busy, onCallOff }: PlannedMovesProps) {
  const { items } = useTermsList(program.id);
  return (
    <Group gap={6} fz="sm" mt={2}>
      <IconCalendarEvent size={15} aria-hidden />
      <Text size="sm">
        {member.plannedMoves.map((move, at) => (
          <span key={move.from}>
            {at === 0 ? "Moves to " : ", then to "}
            <b>{nameOf(move, items)}</b> on <Moment at={move.from} timezone={program.timezone} />
          </span>
        ))}
      </Text>
      {mayEdit && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={busy}
          onClick={onCallOff}
          aria-label={`Call off the planned move in ${program.name}`}
        >
          Call off
        </Button>
      )}
    </Group>
  );
}

const nameOf = ({ terms }: PlannedMove, known: readonly TermsSummary[]): string =>
  terms === null ? "the default terms" : (known.find(({ id }) => id === terms)?.name ?? terms);
