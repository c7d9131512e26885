import type { Program } from "@firstmatch/shared-types";
import { LazySelect } from "../../components/LazySelect.tsx";

interface PartnerProgramSelectProps {
  program: Program;
  /** Those that the partner is a member of. */
  own: readonly Program[];
  others: readonly Program[];
  onChoose: (program: string) => void;
}

/** Which program a page about a partner is about: currencies and days are a program's. */
export const PartnerProgramSelect = ({ program, own, others, onChoose }: PartnerProgramSelectProps) => (
  <LazySelect
    label="Program"
    w={{ base: "100%", xs: 280 }}
    mb="md"
    searchable
    allowDeselect={false}
    data={[
      { group: "Member of", items: own.map(choiceOf) },
      { group: "Other programs", items: others.map(choiceOf) },
    ].filter(({ items }) => items.length > 0)}
    value={program.id}
    onChange={(id) => id !== null && onChoose(id)}
  />
);

const choiceOf = ({ id, name }: Program) => ({ value: id, label: name });
