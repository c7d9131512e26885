import { Skeleton } from "@mantine/core";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { useAddress } from "../../components/use-address.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { PartnerProgramSelect } from "../partners/PartnerProgramSelect.tsx";
import { usePartnerPage } from "../partners/use-partner-page.ts";
import { usePartnerProgram } from "../partners/use-partner-program.ts";
import { ConversionList } from "./ConversionList.tsx";

/** What was recorded for one partner, program by program. */
export function PartnerConversions() {
  const partner = usePartnerPage();
  usePageTitle("Conversions", partner.name);
  const { program, own, others, error, isPending } = usePartnerProgram(partner);
  const [, setAddress] = useAddress();
  if (error) return <ErrorAlert error={error} />;
  if (isPending) return <Skeleton height={240} />;
  if (program === undefined)
    return <EmptyState title="No conversions yet">There is no program yet, so nothing is recorded.</EmptyState>;
  return (
    <>
      <PartnerProgramSelect
        {...{ program, own, others }}
        // Another program has other groups, and other conversions.
        onChoose={(id) => setAddress(() => new URLSearchParams({ program: id }))}
      />
      <ConversionList
        key={program.id}
        program={program}
        fixed={{ partner: partner.id }}
        empty={
          <EmptyState title="No conversions yet" order={4}>
            Nothing was recorded for {partner.name} in {program.name}.
          </EmptyState>
        }
      />
    </>
  );
}
