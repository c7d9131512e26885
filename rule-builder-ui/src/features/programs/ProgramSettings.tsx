import { type Fault, type Program, ProgramChange, parseWith } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { ask } from "../../components/ask.ts";
import { ChoiceList } from "../../components/ChoiceList.tsx";
import { FormSection } from "../../components/FormSection.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { useLeaveGuard } from "../../components/LeaveGuard.tsx";
import { tell } from "../../components/tell.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { CodePatternInput, patternFault } from "../promo-codes/CodePatternInput.tsx";
import { DefaultTermsSelect } from "./DefaultTermsSelect.tsx";
import css from "./ProgramSettings.module.css";
import { ReadProgramSettings } from "./ReadProgramSettings.tsx";
import { RecordingSections } from "./RecordingSections.tsx";
import { SettingsButtons } from "./SettingsButtons.tsx";
import { ACCESSES, ATTRIBUTIONS, STATUSES } from "./setting-choices.ts";
import { changedSettings, type Settings, settingsOf, warningOf } from "./settings-changes.ts";
import { useProgramChange } from "./use-program-change.ts";
import { useProgramPage } from "./use-program-page.ts";

const UNSAVED = "The settings that you changed are not saved yet, and are lost when you leave.";

/** Everything about a program that is no part of its terms. */
export function ProgramSettings() {
  const program = useProgramPage();
  usePageTitle("Settings", program.name);
  return useMay("publish") ? <SettingsForm program={program} /> : <ReadProgramSettings program={program} />;
}

/** A change holds from now on. */
function SettingsForm({ program }: { program: Program }) {
  const [typed, setTyped] = useState<Partial<Settings>>({});
  const edited = { ...settingsOf(program), ...typed };
  const change = changedSettings(program, edited);
  const dirty = Object.keys(change).length > 0;
  useLeaveGuard(dirty, UNSAVED);
  const save = useProgramChange(program.id);
  const [unread, setUnread] = useState<readonly Fault[]>([]);
  const faults = [...unread, ...faultsIn(save.error)];
  const set = (part: Partial<Settings>) => setTyped({ ...typed, ...part });

  const confirmAndSave = async () => {
    const read = parseWith(ProgramChange, change);
    setUnread(read.ok ? [] : read.faults);
    save.reset();
    if (!read.ok) return;
    const warning = warningOf(program, read.value);
    if (warning !== undefined && !(await ask(warning))) return;
    save.mutate(read.value, {
      onSuccess: () => {
        setTyped({});
        tell("The settings are saved");
      },
    });
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void confirmAndSave();
      }}
    >
      <div className={css.sections}>
        <FormSection order={2} title="Name">
          <TextInput
            aria-label="Name"
            required
            maw={420}
            value={edited.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={faultAt(faults, "/name")}
          />
        </FormSection>
        <FormSection order={2} title="Status">
          <ChoiceList label="Status" choices={STATUSES} value={edited.status} onChange={(status) => set({ status })} />
        </FormSection>
        <FormSection order={2} title="Default terms">
          <DefaultTermsSelect
            program={program.id}
            value={edited.defaultTerms}
            onChange={(defaultTerms) => set({ defaultTerms })}
            error={faultAt(faults, "/defaultTerms")}
          />
        </FormSection>
        <FormSection order={2} title="Who may be paid">
          <ChoiceList
            label="Who may be paid"
            choices={ACCESSES}
            value={edited.access}
            onChange={(access) => set({ access })}
          />
        </FormSection>
        <FormSection
          order={2}
          title="Promo codes"
          hint="How a code is made where none is typed. Codes that are there already stay."
        >
          <CodePatternInput
            label="Pattern"
            value={edited.codePattern}
            onChange={(codePattern) => set({ codePattern })}
          />
        </FormSection>
        <FormSection
          order={2}
          title="Whose conversion it is"
          hint="When the promo code belongs to another member than the one whose link was clicked."
        >
          <ChoiceList
            label="Whose conversion it is"
            choices={ATTRIBUTIONS}
            value={edited.attribution}
            onChange={(attribution) => set({ attribution })}
          />
        </FormSection>
        <RecordingSections program={program} edited={edited} faults={faults} onChange={set} />
      </div>
      <SettingsButtons
        dirty={dirty}
        faulty={patternFault(edited.codePattern) !== undefined}
        saving={save.isPending}
        error={faults.length > 0 ? null : save.error}
        onDiscard={() => {
          setTyped({});
          setUnread([]);
          save.reset();
        }}
      />
    </form>
  );
}
