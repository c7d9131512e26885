import type { Partner, Program } from "@firstmatch/shared-types";
import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useId, useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { tell } from "../../components/tell.tsx";
import { useNewMember } from "../members/member-queries.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import { JoiningFields } from "./JoiningFields.tsx";
import { JOINING, type Joining, newMember } from "./joining.ts";
import css from "./PayoutSettings.module.css";
import { programChoice } from "./program-choice.ts";

interface JoinProgramProps {
  partner: Partner;
  /** After the partner has joined, and its settings in the program are there. */
  onJoined: (program: string) => void;
}

/** The programs that the partner is not in yet, and what it gets in one of them when it is added. */
export function JoinProgram({ partner, onJoined }: JoinProgramProps) {
  const heading = useId();
  const { data: programs = [] } = useAllPrograms();
  const [joining, setJoining] = useState<Joining>(JOINING);
  const [chosen, setChosen] = useState<Program>();
  const join = useNewMember(chosen?.id ?? "");
  const others = programs.filter(({ id }) => !partner.programs.includes(id));
  if (others.length === 0) return null;
  const add = () => {
    if (chosen === undefined) return;
    join.mutate(newMember(partner.id, chosen, joining), {
      onSuccess: () => {
        tell(`${partner.name} is in ${chosen.name} now`);
        setChosen(undefined);
        setJoining(JOINING);
        onJoined(chosen.id);
      },
    });
  };
  const choose = (id: string | null) => {
    setChosen(programs.find((program) => program.id === id));
    setJoining(JOINING);
    join.reset();
  };
  return (
    <form
      className={css.join}
      data-chosen={chosen !== undefined || undefined}
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Group gap="sm" align="flex-end">
        <LazySelect
          className={css.choice ?? ""}
          label={<span id={heading}>Add to a program</span>}
          placeholder="Select a program"
          searchable
          clearable
          data={others.map(programChoice)}
          value={chosen?.id ?? null}
          onChange={choose}
        />
        <Button
          type="submit"
          leftSection={<IconPlus size={16} />}
          disabled={chosen === undefined}
          loading={join.isPending}
        >
          Add
        </Button>
      </Group>
      {chosen && (
        <JoiningFields program={chosen} joining={joining} onChange={setJoining} faults={faultsIn(join.error)} />
      )}
      <ErrorAlert error={join.error} />
    </form>
  );
}
