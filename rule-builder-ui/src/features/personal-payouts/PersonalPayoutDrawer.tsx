import type { PersonalPayout, StoredPersonalPayout, TermsEvent } from "@firstmatch/shared-types";
import { useState } from "react";
import type { PersonalPayoutPlace } from "../../api/personal-payouts.ts";
import { faultsOrMessage, isProblem } from "../../api/problem-error.ts";
import { EditorDrawer } from "../../components/EditorDrawer.tsx";
import { slugOf } from "../../components/free-id.ts";
import { part } from "../../components/part.ts";
import { usePartner } from "../partners/partner-queries.ts";
import { payoutToBeginWith } from "../payout-groups/payout-to-begin-with.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import { usePersonalPayoutWrites } from "./personal-payout-queries.ts";

const PersonalPayoutEditor = part(
  async () => (await import("../payout-groups/PersonalPayoutEditor.tsx")).PersonalPayoutEditor,
);

interface PersonalPayoutDrawerProps {
  place: PersonalPayoutPlace;
  event: TermsEvent;
  /** Null for a new one. */
  stored: StoredPersonalPayout | null;
  /** The partner that a new one is for, where it is known already. */
  partner?: string;
  currency: string;
  timezone: string;
  onClose: () => void;
}

export function PersonalPayoutDrawer(props: PersonalPayoutDrawerProps) {
  const { place, event, stored, partner, currency, timezone, onClose } = props;
  const [payout] = useState(() => stored?.payout ?? newPersonalPayout(event, partner));
  const { data: named } = usePartner(stored === null ? partner : undefined);
  const { data: programs = [] } = useAllPrograms();
  const program = programs.find(({ id }) => id === place.program)?.name ?? place.program;
  const { add, save } = usePersonalPayoutWrites(place);
  const store = async (edited: PersonalPayout) => {
    try {
      if (stored === null) await add.mutateAsync({ ...edited, id: newId(edited.title) });
      else await save.mutateAsync({ revision: stored.revision, payout: edited });
    } catch (error) {
      return faultsOf(error as Error);
    }
    onClose();
    return [];
  };
  return (
    <EditorDrawer
      title={stored === null ? newTitle(program, event.name, named?.name ?? partner) : payout.title}
      onClose={onClose}
    >
      {(editor) => (
        <PersonalPayoutEditor
          personal={payout}
          defaults={event.default}
          level={event.level}
          currency={currency}
          timezone={timezone}
          onSave={store}
          {...editor}
        />
      )}
    </EditorDrawer>
  );
}

/** Where a new one belongs; a page of the partner shows several programs, each with several event types. */
const newTitle = (program: string, eventType: string, partner: string | undefined): string =>
  `New personal payout in ${program}, ${eventType}${partner === undefined ? "" : `, for ${partner}`}`;

const newPersonalPayout = (event: TermsEvent, partner: string | undefined): PersonalPayout => ({
  id: "",
  title: "",
  partners: partner === undefined ? [] : [partner],
  conditions: { all: [] },
  event: { type: "payout", params: { payout: payoutToBeginWith(event.default) } },
});

/** There may be tens of thousands that are not known here, so a name alone could be taken. */
const newId = (title: string) => {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, "0"));
  return `${slugOf(title) || "personal"}-${random.join("")}`;
};

const faultsOf = (error: Error) => {
  if (isProblem(error, 412)) {
    const message =
      "Somebody else changed this personal payout after you opened it. Close the editor and open it again to see how it is now; what you typed here stays until then.";
    return [{ pointer: "", message }];
  }
  return faultsOrMessage(error);
};
