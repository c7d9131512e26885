import type { Member } from "@firstmatch/shared-types";
import { Anchor, Text } from "@mantine/core";
import { Link } from "react-router";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { payoutSettingsPath } from "../partners/partner-path.ts";

/** Personal payouts are shown and changed on the partner's page, beside what else it is paid. */
export const MemberPayouts = ({ member: { partner, personalPayouts } }: { member: Member }) => (
  <DrawerSection
    title="Personal payouts"
    action={
      <Anchor component={Link} to={payoutSettingsPath(partner.id)} size="sm">
        Payout settings
      </Anchor>
    }
  >
    <Text size="sm" c="dimmed">
      {personalPayouts === 0
        ? "None: paid by the groups and the default payout of its terms."
        : personalPayouts === 1
          ? "1 personal payout, tried before the groups."
          : `${personalPayouts} personal payouts, tried before the groups.`}
    </Text>
  </DrawerSection>
);
