import { type EventSetup, type Fault, SETUP_DEFAULTS } from "@firstmatch/shared-types";
import { faultAt } from "../../components/faults-at.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { withField } from "../../components/with-field.ts";
import css from "./Payout.module.css";

export interface SetupEditorProps {
  setup: EventSetup | undefined;
  /** The default payout's setup, from which a group takes what it leaves out; undefined in the default payout itself. */
  inherited?: EventSetup | undefined;
  onChange: (setup: EventSetup | undefined) => void;
  /** Pointers are relative to the setup: "/visibility". */
  faults?: readonly Fault[];
}

type Key = keyof EventSetup;

interface SetupField {
  key: Key;
  label: string;
  hint: string;
  choices: readonly { value: Required<EventSetup>[Key]; label: string }[];
}

const YES_OR_NO = [
  { value: true, label: "Yes" },
  { value: false, label: "No" },
] as const;

const FIELDS: readonly SetupField[] = [
  {
    key: "classification",
    label: "Classification",
    hint: "A KPI is tracked and not paid.",
    choices: [
      { value: "payable", label: "Payable" },
      { value: "kpi", label: "KPI" },
    ],
  },
  {
    key: "visibility",
    label: "Visibility",
    hint: "Private events are not shown to the partner.",
    choices: [
      { value: "public", label: "Public" },
      { value: "private", label: "Private" },
    ],
  },
  { key: "recurrent", label: "Recurrent", hint: "Several conversions of one click are accepted.", choices: YES_OR_NO },
  { key: "conversionCap", label: "Conversion cap", hint: "Counts towards the program's cap.", choices: YES_OR_NO },
  { key: "revenueBudget", label: "Revenue budget", hint: "Counts towards the program's budget.", choices: YES_OR_NO },
];

const INHERITED = "inherited";

/** How an event is classified, shown and counted. In a group each field can stay as the default payout has it. */
export function SetupEditor({ setup = {}, inherited, onChange, faults = [] }: SetupEditorProps) {
  const change = (key: Key, chosen: EventSetup[Key]) => {
    const changed = withField(setup, key, chosen);
    onChange(Object.keys(changed).length > 0 ? changed : undefined);
  };
  return (
    <div className={css.fields}>
      {FIELDS.map(({ key, label, hint, choices }) => {
        const own = setup[key] ?? (inherited === undefined ? SETUP_DEFAULTS[key] : undefined);
        const fallback = inherited?.[key] ?? SETUP_DEFAULTS[key];
        const fallbackLabel = choices.find(({ value }) => value === fallback)?.label ?? "";
        const asDefault = { value: INHERITED, label: `As default payout (${fallbackLabel})` };
        return (
          <LazySelect
            key={key}
            label={label}
            description={hint}
            data={[
              ...(inherited === undefined ? [] : [asDefault]),
              ...choices.map((choice) => ({ value: String(choice.value), label: choice.label })),
            ]}
            value={own === undefined ? INHERITED : String(own)}
            onChange={(chosen) => change(key, choices.find(({ value }) => String(value) === chosen)?.value)}
            allowDeselect={false}
            error={faultAt(faults, `/${key}`)}
          />
        );
      })}
    </div>
  );
}
