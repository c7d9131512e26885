import type { ConversionDetails, Program } from "@firstmatch/shared-types";
import { Badge, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { EditorDrawer } from "../../components/EditorDrawer.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { Moment } from "../../components/Moment.tsx";
import { useMay } from "../access/session.ts";
import { Corrections } from "./Corrections.tsx";
import { useConversion } from "./conversion-queries.ts";
import { DOORS } from "./conversion-words.ts";
import { DecisionSection } from "./DecisionSection.tsx";
import { FactsSection } from "./FactsSection.tsx";
import { LedgerSection } from "./LedgerSection.tsx";
import { StateBadge } from "./StateBadge.tsx";
import { WhySection } from "./WhySection.tsx";

interface ConversionDrawerProps {
  program: Program;
  id: string;
  onClose: () => void;
}

/** Everything about one conversion: what was decided and why, what became of it, and what can be corrected. */
export function ConversionDrawer({ program, id, onClose }: ConversionDrawerProps) {
  const { data: details, error } = useConversion(program.id, id);
  return (
    <EditorDrawer title={`Conversion ${id}`} onClose={onClose}>
      {() =>
        details === undefined ? (
          error ? (
            <ErrorAlert error={error} />
          ) : (
            <Skeleton height={200} />
          )
        ) : (
          <ConversionParts program={program} details={details} />
        )
      }
    </EditorDrawer>
  );
}

function ConversionParts({ program, details }: { program: Program; details: ConversionDetails }) {
  const mayCorrect = useMay("correct");
  const { state, visibility, door, recordedAt } = details;
  return (
    <Stack gap="md" pb="lg">
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <StateBadge state={state} size="lg" />
          {visibility === "private" && (
            <Badge size="lg" color="gray" leftSection={<IconEyeOff size={14} aria-hidden />}>
              Private: not shown to the partner
            </Badge>
          )}
        </Group>
        {mayCorrect && <Corrections details={details} />}
      </Group>
      <DecisionSection program={program} details={details} />
      <WhySection program={program} details={details} />
      <LedgerSection program={program} details={details} />
      <FactsSection program={program} details={details} />
      <Text size="sm" c="dimmed">
        Recorded {DOORS[door]}, <Moment at={recordedAt} timezone={program.timezone} />. Times in {program.timezone}.
      </Text>
    </Stack>
  );
}
