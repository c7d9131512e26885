import { Skeleton, Stack } from "@mantine/core";
import { Outlet, useParams } from "react-router";
import { LeaveGuard } from "../../components/LeaveGuard.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { EventTypeTabs } from "../event-types/EventTypeTabs.tsx";
import { DraftProvider } from "./DraftProvider.tsx";
import { MovedOn } from "./MovedOn.tsx";
import { TermsHeading } from "./TermsHeading.tsx";

/** The terms: heading, event types, versions. What is below stands in the route's child. */
export function TermsPage() {
  const { program = "", terms = "" } = useParams();
  return (
    <LeaveGuard key={`${program}/${terms}`}>
      <DraftProvider program={program} terms={terms} loading={<TermsSkeleton />}>
        <TermsHeading />
        <MovedOn />
        <EventTypeTabs />
        <Outlet />
      </DraftProvider>
    </LeaveGuard>
  );
}

function TermsSkeleton() {
  return (
    <Stack gap="md">
      <Skeleton height={36} width={280} />
      <Skeleton height={36} width={480} />
      <RowSkeletons count={6} height={76} />
    </Stack>
  );
}
