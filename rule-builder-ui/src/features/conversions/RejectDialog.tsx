import { type ConversionDetails, formatAmount, LIMITS } from "@firstmatch/shared-types";
import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { tell } from "../../components/tell.tsx";
import { useCorrection } from "./use-correction.ts";

/** Rejects what is left of a conversion, for a reason that the partner's report tells as well. */
export function RejectDialog({ details, onClose }: { details: ConversionDetails; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const { basis, mutate, busy, error } = useCorrection(details, "reject");
  const { id, net, currency } = basis;
  const reject = () =>
    mutate({ reason }, () => {
      tell(`${id} is rejected`);
      onClose();
    });
  return (
    <FormDialog
      title={`Reject ${id}`}
      submit="Reject"
      onSubmit={reject}
      onClose={onClose}
      busy={busy}
      entered={[reason.trim()]}
      error={error}
      shownAt={["/reason"]}
    >
      <Text size="sm">
        All that is left is taken back: {formatAmount(net.payout, currency)} from the partner,{" "}
        {formatAmount(net.advertiserCost, currency)} from the advertiser’s cost. This cannot be undone.
      </Text>
      <Textarea
        label="Reason"
        required
        autosize
        minRows={2}
        maxLength={LIMITS.noteLength}
        data-autofocus
        value={reason}
        error={faultAt(faultsIn(error), "/reason")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
