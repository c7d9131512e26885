import { Skeleton } from "@mantine/core";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { useAddress } from "../../components/use-address.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { PartnerProgramSelect } from "../partners/PartnerProgramSelect.tsx";
import { withFilter } from "../partners/partner-filter.ts";
import { usePartnerPage } from "../partners/use-partner-page.ts";
import { usePartnerProgram } from "../partners/use-partner-program.ts";
import { ProgramReport } from "./ProgramReport.tsx";

/** What a partner's conversions came to, program by program. */
export function PartnerReport() {
  const partner = usePartnerPage();
  usePageTitle("Report", partner.name);
  const { program, own, others, error, isPending } = usePartnerProgram(partner);
  const [, setAddress] = useAddress();
  if (error) return <ErrorAlert error={error} />;
  if (isPending) return <Skeleton height={240} />;
  if (program === undefined) return <EmptyState title="No programs yet">A report is about a program.</EmptyState>;
  return (
    <>
      <PartnerProgramSelect
        {...{ program, own, others }}
        onChoose={(id) => setAddress((now) => withFilter(now, { program: id }), { replace: true })}
      />
      <ProgramReport key={program.id} program={program} partner={partner.id} />
    </>
  );
}
