import type { Member } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { Moment } from "../../components/Moment.tsx";
import { SpanText } from "../../components/SpanText.tsx";

interface MemberDatesProps {
  member: Pick<Member, "from" | "until" | "joinedAt">;
  timezone: string;
}

/** From when to when a member is paid; never for what occurred before it joined. */
export const MemberDates = ({ member: { from, until, joinedAt }, timezone }: MemberDatesProps) => (
  <Text size="sm" c="dimmed">
    Paid for what occurs{" "}
    {from === null && until === null ? (
      <>
        since it joined, <Moment at={joinedAt} timezone={timezone} />
      </>
    ) : (
      <SpanText from={from} until={until} timezone={timezone} />
    )}
  </Text>
);
