import type { PayoutSettings } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import { STANDINGS, standingOf } from "../members/standing.ts";

/** Whether the partner is paid in the program now, and if not, why. */
export function StandingBadge({ program, member }: Pick<PayoutSettings, "program" | "member">) {
  if (program.status !== "active") return <Badge color="orange">Program {program.status}</Badge>;
  const standing = standingOf(member, Date.now());
  return <Badge color={standing === "active" ? "green" : "orange"}>{STANDINGS[standing]}</Badge>;
}
