import { Alert, Button, Tabs } from "@mantine/core";
import { EventFields, fieldsShown } from "./EventFields.tsx";
import { EventJson } from "./EventJson.tsx";
import type { Loose } from "./event-form.ts";
import { type FaultsByPointer, faultsElsewhere } from "./faults.ts";
import { OtherFaults } from "./OtherFaults.tsx";
import { pointersShown } from "./pointers-shown.ts";
import styles from "./rule-tester.module.css";
import type { FormFit } from "./use-form-fit.ts";
import type { EventView, TestedEvent } from "./use-tested-event.ts";

interface Props {
  tested: TestedEvent;
  fit: FormFit;
  eventType: string;
  faults: FaultsByPointer;
  pastShown: readonly string[];
  onAddField: (key: string) => void;
}

/** The event that is tried, as a form or as JSON. */
export function EventViews({ tested, fit, eventType, faults, pastShown, onAddField }: Props) {
  const { form, event } = tested;
  return (
    <Tabs keepMounted={false} value={tested.view} onChange={(view) => view !== null && tested.show(view as EventView)}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="form">Form</Tabs.Tab>
        <Tabs.Tab value="json">JSON</Tabs.Tab>
      </Tabs.List>
      {event !== null && event.eventType !== eventType && (
        <OtherEventType event={event} eventType={eventType} onMend={tested.load} />
      )}
      <Tabs.Panel value="form" className={styles.view ?? ""}>
        <EventFields
          {...{ form, faults, pastShown }}
          {...fit}
          onEdit={tested.editForm}
          added={tested.added}
          onAdd={onAddField}
        />
        <OtherFaults
          faults={faultsElsewhere(faults, pointersShown(fieldsShown(form, fit.inUse, tested.added), form))}
        />
      </Tabs.Panel>
      <Tabs.Panel value="json" className={styles.view ?? ""}>
        <EventJson tested={tested} faults={faults} />
      </Tabs.Panel>
    </Tabs>
  );
}

interface OtherEventTypeProps {
  event: Loose;
  eventType: string;
  onMend: (event: Loose) => void;
}

function OtherEventType({ event, eventType, onMend }: OtherEventTypeProps) {
  return (
    <Alert
      color="yellow"
      mb="sm"
      title={`This event is ${JSON.stringify(event.eventType)}, the list is of "${eventType}"`}
    >
      <Button size="compact-sm" variant="default" onClick={() => onMend({ ...event, eventType })}>
        Test it as "{eventType}"
      </Button>
    </Alert>
  );
}
