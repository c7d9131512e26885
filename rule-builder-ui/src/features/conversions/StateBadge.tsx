import type { ConversionState } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import { IconArrowBackUp, IconBan, IconCircleCheck, IconClock, IconCoins, IconGauge } from "@tabler/icons-react";
import { STATES } from "./conversion-words.ts";

const ICONS = {
  pending: IconClock,
  payable: IconCircleCheck,
  paid: IconCoins,
  reversed: IconArrowBackUp,
  rejected: IconBan,
  kpi: IconGauge,
};

/** What became of a conversion: a word, a sign and a colour. */
export function StateBadge({ state, size = "md" }: { state: ConversionState; size?: "md" | "lg" }) {
  const { word, color } = STATES[state];
  const Icon = ICONS[state];
  return (
    <Badge size={size} color={color} leftSection={<Icon size={14} aria-hidden />}>
      {word}
    </Badge>
  );
}
