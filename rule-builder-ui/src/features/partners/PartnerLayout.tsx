import type { Partner } from "@firstmatch/shared-types";
import { Badge, Button, Code, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { Outlet, useParams } from "react-router";
import { Crumbs } from "../../components/Crumbs.tsx";
import { ErrorPage } from "../../components/ErrorPage.tsx";
import { LeaveGuard } from "../../components/LeaveGuard.tsx";
import { LinkTabs } from "../../components/LinkTabs.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { useMay } from "../access/session.ts";
import { EditPartnerDialog } from "./EditPartnerDialog.tsx";
import { usePartner } from "./partner-queries.ts";
import { usePartnerStatus } from "./use-partner-status.ts";

const TABS = [
  { to: "", label: "Overview" },
  { to: "payouts", label: "Payout settings" },
  { to: "conversions", label: "Conversions" },
  { to: "report", label: "Report" },
  { to: "history", label: "History" },
];

/** A partner: its heading and tabs. What is below stands in the route's child. */
export function PartnerLayout() {
  const { partner: id = "" } = useParams();
  const { data: partner, error } = usePartner(id);
  if (partner === undefined) return error ? <ErrorPage error={error} /> : <Skeleton height={36} width={280} />;
  return (
    <LeaveGuard key={id}>
      <PageHeading
        crumbs={<Crumbs crumbs={[{ label: "Partners", to: "/partners" }]} />}
        title={partner.name}
        marks={
          <>
            <Code style={{ overflowWrap: "anywhere" }}>{partner.id}</Code>
            {partner.status === "inactive" && <Badge color="orange">Inactive</Badge>}
          </>
        }
        actions={<PartnerActions partner={partner} />}
      />
      <LinkTabs label="Parts of the partner" tabs={TABS} />
      <Outlet context={partner} />
    </LeaveGuard>
  );
}

function PartnerActions({ partner }: { partner: Partner }) {
  const mayEdit = useMay("edit");
  const changeStatus = usePartnerStatus();
  const [editing, dialog] = useDisclosure();
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => void changeStatus(partner)}>
        {partner.status === "active" ? "Deactivate" : "Activate"}
      </Button>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={dialog.open}>
        Edit
      </Button>
      {editing && <EditPartnerDialog partner={partner} onClose={dialog.close} />}
    </>
  );
}
