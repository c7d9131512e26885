import type { Program } from "@firstmatch/shared-types";
import { Alert, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { FormSection } from "../../components/FormSection.tsx";
import { codeExample } from "../promo-codes/code-example.ts";
import { useTermsList } from "../terms/terms-queries.ts";
import css from "./ProgramSettings.module.css";
import { capsText, lifetimeText } from "./recording-words.ts";
import { ACCESSES, ATTRIBUTIONS, STATUSES, TIERS } from "./setting-choices.ts";

/** The settings for whoever may not change them. */
export function ReadProgramSettings({ program }: { program: Program }) {
  const { items } = useTermsList(program.id);
  const defaultTerms = items.find(({ id }) => id === program.defaultTerms)?.name ?? program.defaultTerms;
  return (
    <div className={css.form}>
      <Alert color="gray" mb="md">
        Your key may look at the settings. Changing them takes the role publisher or admin.
      </Alert>
      <div className={css.sections}>
        <Setting title="Name" value={program.name} />
        <Setting title="Status" {...meaningOf(STATUSES, program.status)} />
        <Setting title="Default terms" value={defaultTerms} hint="Of everyone who was given no other terms" />
        <Setting title="Who may be paid" {...meaningOf(ACCESSES, program.access)} />
        <Setting
          title="Promo codes"
          value={<code>{program.codePattern}</code>}
          hint={
            <>
              How a code is made where none is typed. For Ana Lopez, for example,{" "}
              <code>{codeExample(program.codePattern)}</code>
            </>
          }
        />
        <Setting title="Whose conversion it is" {...meaningOf(ATTRIBUTIONS, program.attribution)} />
        <Setting title="Conversion caps and revenue budget" value={capsText(program.caps, program.currency)} />
        <Setting title="Holding days" value={program.holdingDays} />
        <Setting title="Lifetime limits" value={lifetimeText(program.lifetime)} />
        <Setting title="Performance tiers" {...meaningOf(TIERS, program.tiers)} />
      </div>
    </div>
  );
}

interface SettingProps {
  title: string;
  value: ReactNode;
  hint?: ReactNode;
}

const Setting = ({ title, value, hint }: SettingProps) => (
  <FormSection order={2} title={title}>
    <div className={css.value}>
      {value}
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
    </div>
  </FormSection>
);

const meaningOf = <T,>(choices: readonly { value: T; label: string; hint: string }[], chosen: T) => {
  const choice = choices.find(({ value }) => value === chosen);
  return { value: choice?.label, hint: choice?.hint };
};
