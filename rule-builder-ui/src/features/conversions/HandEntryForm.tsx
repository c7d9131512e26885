import { PAST_FACTS, type Program, type Terms, type TermsSummary } from "@firstmatch/shared-types";
import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { isProblem } from "../../api/problem-error.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { tell } from "../../components/tell.tsx";
import { useOnePress } from "../../components/use-one-press.ts";
import { PartnerSelect } from "../partners/PartnerSelect.tsx";
import { EventViews } from "../rule-tester/EventViews.tsx";
import { withField } from "../rule-tester/event-form.ts";
import { byPointer, eventFaults, fieldPointer, sentenceOf } from "../rule-tester/faults.ts";
import styles from "../rule-tester/rule-tester.module.css";
import { partnerIn, sameEvent } from "../rule-tester/simulation.ts";
import { useFieldFocus } from "../rule-tester/use-field-focus.ts";
import { useTestedEvent } from "../rule-tester/use-tested-event.ts";
import { useHandEntry } from "./conversion-queries.ts";
import { NO_PARTNER } from "./conversion-words.ts";
import { faultsOfEntry, proposedId } from "./hand-entry.ts";
import { partnerApart } from "./partner-apart.ts";
import { RecordedAlready } from "./RecordedAlready.tsx";
import { useEntryFit } from "./use-entry-fit.ts";

export interface HandEntryFormProps {
  program: Program;
  /** The terms of the program that decide something, with their event types. */
  published: readonly TermsSummary[];
  /** What the form is fitted to at first. */
  document: Terms;
  onRecorded: (id: string) => void;
  onDirtyChange: (dirty: boolean) => void;
  onCancel: () => void;
}

/** Facts that are no fields here: the partner is chosen by name, and what it has done is what was recorded of it. */
const ELSEWHERE = ["partnerId", ...PAST_FACTS.map(({ key }) => key)];
const PARTNER_POINTER = fieldPointer("partnerId");

/** Long enough that a half-typed amount is not called wrong. */
const TYPING_MS = 500;

export function HandEntryForm(props: HandEntryFormProps) {
  const { program, published, document, onRecorded, onDirtyChange, onCancel } = props;
  const types = new Map(published.flatMap(({ eventTypes }) => eventTypes.map(({ type, name }) => [type, name])));
  const [eventType, setEventType] = useState(document.events[0]?.type ?? [...types.keys()][0] ?? "");
  const [proposed, setProposed] = useState(() => proposedId(new Date()));
  const [id, setId] = useState(proposed);
  const tested = useTestedEvent(eventType);
  const { event } = tested;
  const fit = useEntryFit({ program, published, document, eventType, event });
  const { root, addField } = useFieldFocus(tested, fit.inUse.params);
  const { mutate, isPending, error, variables } = useHandEntry(program.id);

  // The drawer has opened with the focus on Close, long before the terms were there.
  useEffect(() => root.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus(), [root]);

  const dirty = id !== proposed || event === null || !sameEvent(event, { eventType });
  useEffect(() => onDirtyChange(dirty), [dirty, onDirtyChange]);

  const [settled] = useDebouncedValue(event, TYPING_MS);
  // What is typed since makes another entry of it, which nobody has refused.
  const asSent = variables !== undefined && event !== null && sameEvent(variables, { conversionId: id, ...event });
  const refusal = asSent ? error : null;
  const refused = faultsOfEntry(refusal);
  const faults = byPointer(settled === null ? [] : eventFaults(settled), refused.ofEvent);
  const partnerFault = faults.get(PARTNER_POINTER);
  const taken = isProblem(refusal, 409);

  const record = () => {
    if (event === null) return;
    mutate(
      { conversionId: id, ...event },
      {
        onSuccess: (details) => {
          tell(`${details.id} is recorded${details.partner === null ? `. ${NO_PARTNER}` : ""}`);
          onDirtyChange(false);
          onRecorded(details.id);
        },
      },
    );
  };
  const press = useOnePress(record, isPending);
  return (
    <section ref={root} className={styles.tester}>
      <form
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          press();
        }}
      >
        <Stack gap="md" pb="lg">
          <Group align="flex-start" gap="sm" grow preventGrowOverflow={false}>
            <Select
              label="Event type"
              data-autofocus
              openOnFocus={false}
              data={[...types].map(([value, label]) => ({ value, label }))}
              value={eventType}
              allowDeselect={false}
              withScrollArea={false}
              onChange={(wanted) => wanted !== null && setEventType(wanted)}
            />
            {tested.view === "form" && (
              <PartnerSelect
                label="Partner"
                description="Whose it is, unless click, code or customer say so"
                inputWrapperOrder={["label", "input", "description", "error"]}
                placeholder="None named"
                clearable
                value={event ? partnerIn(event) : undefined}
                onChange={(partner) =>
                  tested.editForm({ fields: withField(tested.form.fields, "partnerId", partner?.id ?? "") })
                }
                error={partnerFault && sentenceOf(partnerFault)}
              />
            )}
            <TextInput
              label="Conversion id"
              description="Counts once, however often it is entered"
              inputWrapperOrder={["label", "input", "description", "error"]}
              required
              value={id}
              onChange={({ currentTarget }) => setId(currentTarget.value)}
              error={refused.ofId ?? (taken && refusal.message)}
            />
          </Group>
          {taken && (
            <RecordedAlready
              program={program.id}
              id={id}
              onAnother={() => {
                const another = proposedId(new Date());
                setProposed(another);
                setId(another);
              }}
            />
          )}
          <EventViews
            {...{ fit, eventType }}
            tested={partnerApart(tested)}
            faults={new Map([...faults].filter(([pointer]) => pointer !== PARTNER_POINTER))}
            pastShown={ELSEWHERE}
            onAddField={addField}
          />
          <Text size="sm" c="dimmed">
            Decided by the version in force when it occurred, and recorded with your name. What the form does not ask
            for is under More facts.
          </Text>
          {!taken && <ErrorAlert error={refusal} shownAt={refused.pointers} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending} disabled={event === null}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
