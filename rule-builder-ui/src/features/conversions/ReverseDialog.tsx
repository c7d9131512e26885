import { type ConversionDetails, type Fault, formatAmount, LIMITS, ReverseConversion } from "@firstmatch/shared-types";
import { Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { faultsIn as faultsOf } from "../../api/problem-error.ts";
import { DecimalInput, tidyDecimal } from "../../components/DecimalInput.tsx";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { faultsIn } from "../../components/faults-in.ts";
import { tell } from "../../components/tell.tsx";
import { sentenceOf } from "../rule-tester/faults.ts";
import { ReversedItems } from "./ReversedItems.tsx";
import { itemsOf } from "./shown-facts.ts";
import { useCorrection } from "./use-correction.ts";

type Part = "all" | "amount" | "items";

/** Takes back a conversion, all of it or a part, at the rates that were decided then. */
export function ReverseDialog({ details, onClose }: { details: ConversionDetails; onClose: () => void }) {
  const [part, setPart] = useState<Part>("all");
  const [amount, setAmount] = useState("");
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const [reason, setReason] = useState("");
  const { basis, mutate, busy, error } = useCorrection(details, "reverse");
  const { id, net, currency, event, reversibleItems } = basis;
  const money = (text: string) => formatAmount(text, currency);
  const items = ticked.filter((item) => reversibleItems.includes(item));
  const itemLines = itemsOf(event, currency);

  const body: ReverseConversion = {
    reason,
    ...(part === "amount" && { amount: tidyDecimal(amount) }),
    ...(part === "items" && { items }),
  };
  // What no service has to be asked about is said at once.
  const [found, setFound] = useState<Fault[]>([]);
  const faults = found.length > 0 ? found : faultsOf(error);
  const said = (pointer: string) => {
    const fault = faultAt(faults, pointer);
    return fault && sentenceOf(fault);
  };
  const reverse = () => {
    const now = faultsIn(ReverseConversion, body);
    setFound(now);
    if (now.length > 0) return;
    mutate(body, ({ ledger }) => {
      const entry = ledger.at(-1);
      const taken = entry && [entry.payout, entry.sale].map((text) => money(text.replace("-", "")));
      tell(taken ? `${taken[0]} of the payout and ${taken[1]} of the sale are taken back` : `${id} is reversed`);
      onClose();
    });
  };
  return (
    <FormDialog
      title={`Reverse ${id}`}
      submit="Reverse"
      onSubmit={reverse}
      onClose={onClose}
      busy={busy}
      entered={[reason.trim(), amount.trim(), ticked]}
      disabled={part === "items" && items.length === 0}
      error={found.length > 0 ? null : error}
      shownAt={["/reason", ...(part === "amount" ? ["/amount"] : []), ...(part === "items" ? ["/items"] : [])]}
    >
      <Radio.Group
        label="What comes back"
        description="At the rates that were decided then, whatever the terms say now. This cannot be undone."
        value={part}
        onChange={(chosen) => setPart(chosen as Part)}
      >
        <Stack gap="sm" mt="sm">
          <Radio
            value="all"
            data-autofocus
            label="All that is left"
            description={`${money(net.sale)} of the sale: ${money(net.payout)} from the partner, ${money(net.platformFee)} from the platform`}
          />
          {!/^0+(\.0+)?$/.test(net.sale) && (
            <Radio
              value="amount"
              label="An amount of the sale"
              description={`${money(net.sale)} of it is left; payout and fee follow in proportion`}
            />
          )}
          {itemLines.length > 0 && reversibleItems.length > 0 && (
            <Radio value="items" label="Item lines" description="Whole lines, with what is left of them" />
          )}
        </Stack>
      </Radio.Group>
      {part === "amount" && (
        <DecimalInput
          label="Amount of the sale"
          required
          unit={{ after: currency }}
          value={amount}
          error={said("/amount")}
          onChange={setAmount}
        />
      )}
      {part === "items" && (
        <ReversedItems
          items={itemLines}
          reversible={reversibleItems}
          ticked={items}
          onTicked={setTicked}
          error={said("/items")}
        />
      )}
      <Textarea
        label="Reason"
        required
        autosize
        minRows={2}
        maxLength={LIMITS.noteLength}
        value={reason}
        error={said("/reason")}
        onChange={(typed) => setReason(typed.currentTarget.value)}
      />
    </FormDialog>
  );
}
