import type { Fault } from "@firstmatch/shared-types";
import { ActionIcon, Button, Group, Input } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { useAllPrograms } from "../programs/program-queries.ts";
import type { PartnerForm } from "./partner-form.ts";

type Row = PartnerForm["programShares"][number];

interface ProgramShareRowsProps {
  rows: Row[];
  onChange: (rows: Row[]) => void;
  faults: readonly Fault[];
}

/** The programs in which the partner's revenue share is another than the general one. */
export function ProgramShareRows({ rows, onChange, faults }: ProgramShareRowsProps) {
  const { data: programs = [] } = useAllPrograms();
  const change = (at: number, part: Partial<Row>) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...part } : row)));
  /** Those that no other row has. */
  const choices = (own: string) =>
    programs
      .filter(({ id }) => id === own || rows.every(({ program }) => program !== id))
      .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset style={{ minWidth: 0, margin: 0, padding: 0, border: 0 }}>
      <Input.Label component="legend" p={0}>
        Other shares in single programs
      </Input.Label>
      {rows.map(({ program, share }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no program yet when it is added; its place tells it apart
        <Group key={at} gap="xs" mt={6} align="flex-start" wrap="nowrap">
          <LazySelect
            flex={1}
            aria-label={`Program ${at + 1}`}
            placeholder="Select a program"
            searchable
            required
            allowDeselect={false}
            data={choices(program)}
            value={program || null}
            onChange={(chosen) => chosen && change(at, { program: chosen })}
          />
          <DecimalInput
            w={110}
            required
            aria-label={`Revenue share in program ${at + 1}`}
            unit={{ after: "%" }}
            value={share}
            onChange={(typed) => change(at, { share: typed })}
            error={program !== "" && faultAt(faults, `/programRevenueShares/${program}`)}
          />
          <ActionIcon
            size={36}
            aria-label={`Remove the share in program ${at + 1}`}
            onClick={() => onChange(rows.filter((_, place) => place !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        mt={6}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        disabled={rows.length >= programs.length}
        onClick={() => onChange([...rows, { program: "", share: "" }])}
      >
        Add a program
      </Button>
    </fieldset>
  );
}
