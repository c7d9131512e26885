import type { Fault, TermsEvent } from "@firstmatch/shared-types";
import { Autocomplete, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { getDraft } from "../../api/drafts.ts";
import { FaultList } from "../../components/FaultList.tsx";
import { FormDialog } from "../../components/FormDialog.tsx";
import { useTermsList } from "../terms/terms-queries.ts";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";
import { addEventType, eventTypeOf } from "./event-type-changes.ts";
import { LevelField } from "./LevelField.tsx";
import { newEventType, USUAL_EVENT_TYPES } from "./new-event-type.ts";

interface AddEventTypeDialogProps {
  /** An event type of these terms that was chosen already to be copied. */
  copyOf?: string;
  onClose: () => void;
}

/** Where the payouts of the new event type come from: `terms/type`; empty for none. */
type Source = "" | `${string}/${string}`;

export function AddEventTypeDialog({ copyOf, onClose }: AddEventTypeDialogProps) {
  const place = useDraftPlace();
  const { terms, change } = useDraft();
  const free = USUAL_EVENT_TYPES.find((usual) => eventTypeOf(terms, usual.type) === undefined);
  const [type, setType] = useState(copyOf === undefined ? (free?.type ?? "") : "");
  const [ownName, setOwnName] = useState<string>();
  const [level, setLevel] = useState<TermsEvent["level"]>("order");
  const [source, setSource] = useState<Source>(copyOf === undefined ? "" : `${place.terms}/${copyOf}`);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const name = ownName ?? USUAL_EVENT_TYPES.find((usual) => usual.type === type)?.name ?? type;

  const add = async () => {
    setBusy(true);
    const refused = await built()
      .then((event) => change({ ...addEventType(event), fromEditor: true }))
      .catch((error: Error) => [{ pointer: "", message: error.message }]);
    setBusy(false);
    setFaults(refused);
    if (refused.length > 0) return;
    onClose();
    navigate(`/programs/${place.program}/terms/${place.terms}/events/${encodeURIComponent(type)}`);
  };

  const built = async (): Promise<TermsEvent> => {
    if (source === "") return newEventType({ type, name, level });
    const [from, key] = [source.slice(0, source.indexOf("/")), source.slice(source.indexOf("/") + 1)];
    const document = from === place.terms ? terms : (await getDraft(place.program, from)).terms;
    const original = eventTypeOf(document, key);
    if (original === undefined) throw new Error(`${from} have no event type "${key}" any more.`);
    return { ...original, type, name };
  };

  return (
    <FormDialog
      title="Add an event type"
      submit="Add event type"
      onClose={onClose}
      entered={[type, name, level, source]}
      onSubmit={add}
      busy={busy}
    >
      <Autocomplete
        label="Key"
        description="What callers send as eventType: one of the usual ones, or any of your own"
        data-autofocus
        required
        openOnFocus={false}
        data={USUAL_EVENT_TYPES.map((usual) => usual.type).filter((usual) => eventTypeOf(terms, usual) === undefined)}
        value={type}
        onChange={setType}
        error={eventTypeOf(terms, type) && `These terms have an event type "${type}" already`}
      />
      <TextInput label="Name" required value={name} onChange={(event) => setOwnName(event.currentTarget.value)} />
      <SourceSelect value={source} onChange={setSource} />
      {source === "" && <LevelField value={level} onChange={setLevel} />}
      <FaultList faults={faults} />
    </FormDialog>
  );
}

function SourceSelect({ value, onChange }: { value: Source; onChange: (source: Source) => void }) {
  const { program } = useDraftPlace();
  const { items } = useTermsList(program);
  return (
    <Select
      label="Payouts"
      allowDeselect={false}
      searchable
      data={[
        { value: "", label: "New, with a default payout to begin with" },
        ...items
          .filter((terms) => terms.eventTypes.length > 0)
          .map((terms) => ({
            group: `Copied from ${terms.name}`,
            items: terms.eventTypes.map((event) => ({
              value: `${terms.id}/${event.type}`,
              label: `${event.name} of ${terms.name}`,
            })),
          })),
      ]}
      value={value}
      onChange={(source) => onChange((source ?? "") as Source)}
    />
  );
}
