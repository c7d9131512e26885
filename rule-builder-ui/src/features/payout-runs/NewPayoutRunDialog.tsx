import { formatAmount, type PayoutPreview, type Program } from "@firstmatch/shared-types";
import { ScrollArea, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { faultsIn } from "../../api/problem-error.ts";
import { DayInput } from "../../components/DayInput.tsx";
import { dayIn } from "../../components/days.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { newUuid } from "../../components/new-uuid.ts";
import { PayoutLines } from "./PayoutLines.tsx";
import { usePayoutPreview, usePayoutRunStart } from "./payout-run-queries.ts";
import { paidInWords } from "./payout-words.ts";

interface NewPayoutRunDialogProps {
  program: Program;
  onClose: () => void;
}

/** Shows what a payout run would pay whom, and starts it. */
export function NewPayoutRunDialog({ program, onClose }: NewPayoutRunDialogProps) {
  const today = dayIn(program.timezone, new Date());
  const [until, setUntil] = useState(today);
  // Pressed again after a lost answer, it is still the same run.
  const [id] = useState(newUuid);
  const preview = usePayoutPreview(program.id, until || undefined);
  const start = usePayoutRunStart(program.id);
  const navigate = useNavigate();
  const error = start.error ?? preview.error;
  const shown = preview.error === null ? preview.data : undefined;
  const pay = () => start.mutate({ id, until }, { onSuccess: () => navigate(`/programs/${program.id}/payouts/${id}`) });
  return (
    <FormDialog
      title="New payout run"
      submit={shown && shown.partners > 0 ? `Pay ${formatAmount(shown.payout, shown.currency)}` : "Pay"}
      onSubmit={pay}
      onClose={onClose}
      entered={[until]}
      busy={start.isPending}
      disabled={shown === undefined || shown.partners === 0}
      error={error}
      shownAt={["/until"]}
      size="lg"
    >
      <DayInput
        label={`Up to the end of this day in ${program.timezone}`}
        day={until}
        onDay={setUntil}
        error={until === "" ? "Choose a day." : faultAt(faultsIn(error), "/until")}
        w={{ base: "100%", xs: 400 }}
      />
      {until !== "" && preview.isPending && <Skeleton height={120} />}
      {shown && <Preview preview={shown} />}
      {shown && until === today && (
        <Text size="sm" c="dimmed">
          As of now; what becomes payable until it starts is paid as well.
        </Text>
      )}
    </FormDialog>
  );
}

function Preview({ preview }: { preview: PayoutPreview }) {
  const { currency, partners, lines, carriedOver, carriedOverPartners } = preview;
  if (partners === 0 && carriedOverPartners === 0)
    return <Text size="sm">Nothing has become payable by then that is not paid yet.</Text>;
  return (
    <ScrollArea.Autosize mah="50vh" type="auto" viewportProps={{ tabIndex: 0, "aria-label": "Preview" }}>
      <Stack gap="sm">
        <Text size="sm" role="status">
          {partners === 0 ? "Nobody has anything to be paid." : `${paidInWords(preview)}.`}
        </Text>
        {partners > 0 && <PayoutLines label="To be paid" lines={lines} currency={currency} />}
        <More shown={lines.length} all={partners} />
        {carriedOverPartners > 0 && (
          <>
            <Text size="sm">
              More was taken back from these than they have earned since, or just as much. Nothing is paid to them;
              their balance is carried over to the next run.
            </Text>
            <PayoutLines label="Carried over" lines={carriedOver} currency={currency} />
            <More shown={carriedOver.length} all={carriedOverPartners} />
          </>
        )}
      </Stack>
    </ScrollArea.Autosize>
  );
}

const More = ({ shown, all }: { shown: number; all: number }) =>
  shown < all && (
    <Text size="sm" c="dimmed">
      The {shown.toLocaleString("en")} largest of {all.toLocaleString("en")}.
    </Text>
  );
