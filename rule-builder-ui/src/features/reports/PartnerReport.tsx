import { Skeleton } from "@mantine/core";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { useAddress } from "../../components/use-address.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { withFilter } from "../partners/partner-filter.ts";
import { usePayoutSettings } from "../partners/payout-settings-queries.ts";
import { usePartnerPage } from "../partners/use-partner-page.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import { ProgramReport } from "./ProgramReport.tsx";

/** What a partner's conversions came to, program by program: currencies do not add up. */
export function PartnerReport() {
  const partner = usePartnerPage();
  usePageTitle("Report", partner.name);
  const [parameters, setAddress] = useAddress();
  const { data: programs, error } = useAllPrograms();
  const { items: memberships, isPending } = usePayoutSettings(partner.id);
  if (error) return <ErrorAlert error={error} />;
  if (programs === undefined || isPending) return <Skeleton height={240} />;
  const wanted = parameters.get("program") ?? memberships[0]?.program.id;
  const program = programs.find(({ id }) => id === wanted) ?? programs[0];
  if (program === undefined) return <EmptyState title="No programs yet">A report is about a program.</EmptyState>;
  return (
    <>
      <LazySelect
        label="Program"
        w={{ base: "100%", xs: 260 }}
        mb="sm"
        searchable
        allowDeselect={false}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={program.id}
        onChange={(id) => setAddress((now) => withFilter(now, { program: id }), { replace: true })}
      />
      <ProgramReport key={program.id} program={program} partner={partner.id} />
    </>
  );
}
