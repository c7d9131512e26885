import type { Member, Program } from "@firstmatch/shared-types";
import { Anchor, Badge, Group, Skeleton, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { EditorDrawer } from "../../components/EditorDrawer.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { useMay } from "../access/session.ts";
import { HistoryList } from "../history/HistoryList.tsx";
import { LinksSection } from "../links/LinksSection.tsx";
import { partnerPath } from "../partners/partner-path.ts";
import { CodesSection } from "../promo-codes/CodesSection.tsx";
import { conversionsPath } from "../reports/conversions-path.ts";
import { partnerReportPath } from "../reports/partner-report-path.ts";
import { MemberPayouts } from "./MemberPayouts.tsx";
import { MemberStatus } from "./MemberStatus.tsx";
import { MemberTermsSection } from "./MemberTermsSection.tsx";
import { useMember } from "./member-queries.ts";
import { RemoveMember } from "./RemoveMember.tsx";

interface MemberDrawerProps {
  program: Program;
  partner: string;
  onClose: () => void;
}

/** Everything about one member, beside the table; each change holds at once. */
export function MemberDrawer({ program, partner, onClose }: MemberDrawerProps) {
  const { data: member, error } = useMember(program.id, partner);
  return (
    <EditorDrawer title={member?.partner.name ?? partner} onClose={onClose}>
      {() =>
        member === undefined ? (
          error ? (
            <ErrorAlert error={error} />
          ) : (
            <Skeleton height={200} />
          )
        ) : (
          <MemberParts program={program} member={member} onClose={onClose} />
        )
      }
    </EditorDrawer>
  );
}

function MemberParts({ program, member, onClose }: { program: Program; member: Member; onClose: () => void }) {
  const mayEdit = useMay("edit");
  const { partner } = member;
  const shared = { program, mayEdit };
  return (
    <Stack gap="md" pb="lg">
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          <code>{partner.id}</code>
        </Text>
        {partner.tags.map((tag) => (
          <Badge key={tag} color="gray">
            {tag}
          </Badge>
        ))}
        <Anchor component={Link} to={partnerPath(partner.id)} size="sm">
          Open the partner's page
        </Anchor>
        <Anchor component={Link} to={conversionsPath(program.id, { partner: partner.id })} size="sm">
          Conversions
        </Anchor>
        <Anchor component={Link} to={partnerReportPath(partner.id, program.id)} size="sm">
          Report
        </Anchor>
        <Text size="sm" c="dimmed">
          Times in {program.timezone}
        </Text>
      </Group>
      <MemberTermsSection {...shared} member={member} />
      <MemberStatus {...shared} member={member} />
      <CodesSection {...shared} partner={partner} />
      <LinksSection {...shared} partner={partner} />
      <MemberPayouts member={member} />
      <DrawerSection title="History">
        <HistoryList filter={{ program: program.id, partner: partner.id }} timezone={program.timezone} />
      </DrawerSection>
      {mayEdit && <RemoveMember program={program} member={member} onRemoved={onClose} />}
    </Stack>
  );
}
