import type { CAP_BEYOND, CapMeasure, CapPeriod, Fault } from "@firstmatch/shared-types";
import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type Ref, useRef } from "react";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { newUuid } from "../../components/new-uuid.ts";
import type { TypedCap } from "./recording-typed.ts";

interface CapsEditorProps {
  caps: TypedCap[];
  currency: string;
  /** With pointers relative to the list. */
  faults: readonly Fault[];
  onChange: (caps: TypedCap[]) => void;
}

const MEASURES: { value: CapMeasure; label: string }[] = [
  { value: "conversions", label: "Conversions" },
  { value: "revenue", label: "Advertiser cost" },
];

const PERIODS: { value: CapPeriod; label: string }[] = [
  { value: "hour", label: "An hour" },
  { value: "day", label: "A day" },
  { value: "week", label: "A week" },
  { value: "month", label: "A month" },
  { value: "total", label: "In all" },
];

const BEYOND: { value: (typeof CAP_BEYOND)[number]; label: string }[] = [
  { value: "reject", label: "Reject" },
  { value: "pay-rest", label: "Pay what is left" },
];

/** The caps of a program, a row each. */
export function CapsEditor({ caps, currency, faults, onChange }: CapsEditorProps) {
  const addButton = useRef<HTMLButtonElement>(null);
  /** The row that was just added: its amount is typed next. */
  const added = useRef<string>(undefined);
  const set = (row: string, part: Partial<TypedCap>) =>
    onChange(caps.map((cap) => (cap.row === row ? { ...cap, ...part } : cap)));
  const add = () => {
    const [measure, per] = freeIn(caps);
    added.current = newUuid();
    onChange([...caps, { measure, per, limit: "", beyond: "reject", row: added.current }]);
  };
  const remove = (row: string) => {
    onChange(caps.filter((cap) => cap.row !== row));
    addButton.current?.focus();
  };
  return (
    <Stack gap="md" align="start">
      {caps.map((cap, at) => (
        <CapRow
          key={cap.row}
          cap={cap}
          name={`Cap ${at + 1}`}
          currency={currency}
          fault={(field) => faultAt(faults, `/${at}${field}`)}
          whole={messageAt(faults, `/${at}`)}
          onChange={(part) => set(cap.row, part)}
          onRemove={() => remove(cap.row)}
          limitRef={(input) => {
            if (input === null || added.current !== cap.row) return;
            added.current = undefined;
            input.focus();
          }}
        />
      ))}
      <RowFault message={messageAt(faults, "")} />
      {caps.length === 0 && (
        <Text size="sm" c="dimmed">
          No caps: any number of conversions is taken.
        </Text>
      )}
      <Button ref={addButton} variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
        Add a cap
      </Button>
    </Stack>
  );
}

interface CapRowProps {
  cap: TypedCap;
  name: string;
  currency: string;
  fault: (field: string) => string | undefined;
  /** What is wrong with the row as such. */
  whole: string | undefined;
  onChange: (part: Partial<TypedCap>) => void;
  onRemove: () => void;
  limitRef: Ref<HTMLInputElement>;
}

function CapRow({ cap, name, currency, fault, whole, onChange, onRemove, limitRef }: CapRowProps) {
  const revenue = cap.measure === "revenue";
  return (
    <Stack component="fieldset" gap={4} p={0} m={0} bd="0" aria-label={name}>
      <Group gap="xs" align="flex-start">
        <LazySelect
          label="What is capped"
          w={170}
          allowDeselect={false}
          data={MEASURES}
          value={cap.measure}
          onChange={(measure) =>
            measure && onChange({ measure, ...(measure === "conversions" && { beyond: "reject" as const }) })
          }
          error={fault("/measure")}
        />
        <DecimalInput
          ref={limitRef}
          label="At most"
          w={150}
          required
          value={cap.limit}
          onChange={(limit) => onChange({ limit })}
          {...(revenue && { unit: { after: currency } })}
          error={fault("/limit")}
        />
        <LazySelect
          label="Per"
          w={120}
          allowDeselect={false}
          data={PERIODS}
          value={cap.per}
          onChange={(per) => per && onChange({ per })}
          error={fault("/per")}
        />
        <LazySelect
          label="Beyond it"
          w={170}
          allowDeselect={false}
          data={revenue ? BEYOND : BEYOND.slice(0, 1)}
          value={cap.beyond}
          onChange={(beyond) => beyond && onChange({ beyond })}
          error={fault("/beyond")}
        />
        <ActionIcon mt={26} size="lg" aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
      <RowFault message={whole} />
    </Stack>
  );
}

/** What is wrong at that very place, not inside of it. */
const messageAt = (faults: readonly Fault[], at: string) => faults.find(({ pointer }) => pointer === at)?.message;

const RowFault = ({ message }: { message: string | undefined }) =>
  message !== undefined && (
    <Text size="xs" c="var(--mantine-color-error)" role="alert">
      {message}
    </Text>
  );

/** The first measure and period that no cap has yet. */
function freeIn(caps: readonly TypedCap[]): [CapMeasure, CapPeriod] {
  for (const { value: measure } of MEASURES)
    for (const { value: per } of [...PERIODS.slice(1), ...PERIODS])
      if (!caps.some((cap) => cap.measure === measure && cap.per === per)) return [measure, per];
  return ["conversions", "day"];
}
