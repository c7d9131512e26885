import type { Member, Program } from "@firstmatch/shared-types";
import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { tell, tellError } from "../../components/tell.tsx";
import { MemberDates } from "../partners/MemberDates.tsx";
import { MemberDatesDialog } from "./MemberDatesDialog.tsx";
import { useMemberWrites } from "./member-queries.ts";
import { StandingMark } from "./StandingMark.tsx";
import { standingOf } from "./standing.ts";

interface MemberStatusProps {
  program: Program;
  member: Member;
  mayEdit: boolean;
}

/** Whether the member is paid, and from when to when. */
export function MemberStatus({ program, member, mayEdit }: MemberStatusProps) {
  const { partner, active } = member;
  const [dating, dialog] = useDisclosure();
  const { change } = useMemberWrites(member);
  const toggle = () =>
    change.mutate(
      { active: !active },
      {
        onSuccess: () => tell(active ? `${partner.name} is inactive from now on` : `${partner.name} is active again`),
        onError: (error) => tellError(`${partner.name} could not be changed`, error),
      },
    );
  return (
    <DrawerSection
      title="Status and dates"
      action={
        mayEdit && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={dialog.open}>
              Change dates
            </Button>
            <Button size="compact-sm" variant="default" onClick={toggle} loading={change.isPending}>
              {active ? "Deactivate" : "Activate"}
            </Button>
          </Group>
        )
      }
    >
      <Group gap="sm">
        <Text size="sm">
          <StandingMark standing={standingOf(member, Date.now())} />
        </Text>
        <MemberDates member={member} timezone={program.timezone} />
      </Group>
      {dating && <MemberDatesDialog program={program} member={member} onClose={dialog.close} />}
    </DrawerSection>
  );
}
