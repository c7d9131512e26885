import type { Program } from "@firstmatch/shared-types";
import { Badge, Skeleton } from "@mantine/core";
import { Outlet, useParams } from "react-router";
import { Crumbs } from "../../components/Crumbs.tsx";
import { ErrorPage } from "../../components/ErrorPage.tsx";
import { LeaveGuard } from "../../components/LeaveGuard.tsx";
import { LinkTabs } from "../../components/LinkTabs.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { useProgram } from "./program-queries.ts";

const TABS = [
  { to: "", label: "Terms" },
  { to: "members", label: "Members" },
  { to: "conversions", label: "Conversions" },
  { to: "report", label: "Report" },
  { to: "customers", label: "Customers" },
  { to: "payouts", label: "Payouts" },
  { to: "bulk-edits", label: "Bulk edits" },
  { to: "settings", label: "Settings" },
  { to: "history", label: "History" },
];

/** A program: its heading and tabs. What is below stands in the route's child. */
export function ProgramLayout() {
  const { program: id = "" } = useParams();
  const { data: program, error } = useProgram(id);
  if (program === undefined) return error ? <ErrorPage error={error} /> : <Skeleton height={36} width={280} />;
  return (
    <LeaveGuard key={id}>
      <PageHeading
        crumbs={<Crumbs crumbs={[{ label: "Programs", to: "/" }]} />}
        title={program.name}
        marks={<ProgramMarks program={program} />}
      >
        <p style={{ margin: 0, color: "var(--mantine-color-dimmed)", fontSize: 14 }}>
          <code>{program.id}</code> · {program.currency} · {program.timezone}
        </p>
      </PageHeading>
      <LinkTabs label="Parts of the program" tabs={TABS} />
      <Outlet context={program} />
    </LeaveGuard>
  );
}

/** What keeps partners from being paid. */
function ProgramMarks({ program: { status, access } }: { program: Program }) {
  return (
    <>
      {status === "paused" && <Badge color="orange">Paused</Badge>}
      {status === "ended" && <Badge color="red">Ended</Badge>}
      {access === "members-only" && <Badge color="gray">Members only</Badge>}
    </>
  );
}
