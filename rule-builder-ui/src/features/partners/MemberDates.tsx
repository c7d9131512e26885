import type { Member } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { SpanText } from "../../components/SpanText.tsx";

interface MemberDatesProps {
  member: Pick<Member, "from" | "until">;
  timezone: string;
}

/** From when to when a member is paid. */
export const MemberDates = ({ member, timezone }: MemberDatesProps) => (
  <Text size="sm" c="dimmed">
    Paid for what occurs <SpanText {...member} timezone={timezone} />
  </Text>
);
