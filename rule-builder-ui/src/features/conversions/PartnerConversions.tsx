import { Skeleton } from "@mantine/core";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { useAddress } from "../../components/use-address.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { usePartnerPage } from "../partners/use-partner-page.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import { ConversionList } from "./ConversionList.tsx";

/** What was recorded for one partner, program by program. */
export function PartnerConversions() {
  const partner = usePartnerPage();
  usePageTitle("Conversions", partner.name);
  const { data: programs, error } = useAllPrograms();
  const [parameters, setAddress] = useAddress();
  if (programs === undefined) return error ? <ErrorAlert error={error} /> : <Skeleton height={240} />;
  const choice = (id: string) => ({ value: id, label: programs.find((each) => each.id === id)?.name ?? id });
  const own = programs.filter(({ id }) => partner.programs.includes(id));
  const others = programs.filter(({ id }) => !partner.programs.includes(id));
  const wanted = parameters.get("program");
  const program = programs.find(({ id }) => id === wanted) ?? own[0] ?? others[0];
  if (program === undefined)
    return <EmptyState title="No conversions yet">There is no program yet, so nothing is recorded.</EmptyState>;
  return (
    <>
      <LazySelect
        label="Program"
        w={{ base: "100%", xs: 280 }}
        mb="md"
        searchable
        allowDeselect={false}
        data={[
          { group: "Member of", items: own.map(({ id }) => choice(id)) },
          { group: "Other programs", items: others.map(({ id }) => choice(id)) },
        ].filter(({ items }) => items.length > 0)}
        value={program.id}
        // Another program has other groups, and other conversions.
        onChange={(id) => id !== null && setAddress(() => new URLSearchParams({ program: id }))}
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
