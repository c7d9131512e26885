import { type ConversionDetails, formatAmount } from "@firstmatch/shared-types";
import { Button, Group } from "@mantine/core";
import { IconArrowBackUp, IconBan, IconCircleCheck } from "@tabler/icons-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { ask } from "../../components/ask.ts";
import { part } from "../../components/part.ts";
import { tell, tellError } from "../../components/tell.tsx";
import { useCorrections } from "./conversion-queries.ts";
import { NO_PARTNER } from "./conversion-words.ts";
import { correctionFailure } from "./correction-failure.ts";

const RejectDialog = part(async () => (await import("./RejectDialog.tsx")).RejectDialog);
const ReverseDialog = part(async () => (await import("./ReverseDialog.tsx")).ReverseDialog);

/** What can be corrected, as far as something is left: nothing of what was decided changes, the ledger gets an entry. */
export function Corrections({ details }: { details: ConversionDetails }) {
  const { id, state, net, currency, partner } = details;
  const { approve } = useCorrections(details);
  const [open, setOpen] = useState<"reject" | "reverse">();
  const group = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  // The button that was pressed may be gone when its dialog closes: the keyboard goes on from here.
  useEffect(() => {
    if (wasOpen.current && open === undefined)
      setTimeout(() => {
        if (document.activeElement === document.body) group.current?.focus();
      });
    wasOpen.current = open !== undefined;
  }, [open]);

  const confirmApproval = async () => {
    const sure = await ask({
      title: "Approve this conversion?",
      text: `${formatAmount(net.payout, currency)} becomes payable now, whatever is left of the holding days. ${partner === null ? NO_PARTNER : "The next payout run may pay it."}`,
      confirm: "Approve",
      danger: false,
    });
    if (!sure) return;
    approve.mutate(undefined, {
      onSuccess: () => tell(`${id} is payable now`),
      onError: (error) => tellError(`${id} could not be approved`, correctionFailure(error)),
      onSettled: () => group.current?.focus(),
    });
  };
  const close = () => setOpen(undefined);
  return (
    <>
      <Group gap="xs" ref={group} tabIndex={-1} style={{ outline: "none" }} role="group" aria-label="Corrections">
        {state === "pending" && (
          <Button
            variant="default"
            leftSection={<IconCircleCheck size={16} />}
            loading={approve.isPending}
            onClick={() => void confirmApproval()}
          >
            Approve
          </Button>
        )}
        {(state === "pending" || state === "payable") && (
          <Button variant="default" leftSection={<IconBan size={16} />} onClick={() => setOpen("reject")}>
            Reject
          </Button>
        )}
        {(state === "pending" || state === "payable" || state === "paid") && (
          <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => setOpen("reverse")}>
            Reverse
          </Button>
        )}
      </Group>
      <Suspense>
        {open === "reject" && <RejectDialog details={details} onClose={close} />}
        {open === "reverse" && <ReverseDialog details={details} onClose={close} />}
      </Suspense>
    </>
  );
}
