import { Badge } from "@mantine/core";
import { useParams } from "react-router";
import { Crumbs } from "../../components/Crumbs.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { useProgram } from "../programs/program-queries.ts";
import { LatestVersion } from "../versions/LatestVersion.tsx";
import { PublishButton } from "../versions/PublishButton.tsx";
import { DraftMenu } from "./DraftMenu.tsx";
import { SavedMark } from "./SavedMark.tsx";
import { useTermsSummary } from "./terms-queries.ts";
import { useDraft } from "./use-draft.ts";

export function TermsHeading() {
  const { program: programId = "", terms: termsId = "" } = useParams();
  const { terms } = useDraft();
  const { data: program } = useProgram(programId);
  const { data: summary } = useTermsSummary(programId, termsId);
  return (
    <PageHeading
      crumbs={
        <Crumbs
          crumbs={[
            { label: "Programs", to: "/" },
            { label: program?.name ?? programId, to: `/programs/${programId}` },
          ]}
        />
      }
      title={terms.name}
      marks={
        <>
          {summary?.isDefault && <Badge>Default terms</Badge>}
          <Badge color="gray">{terms.currency}</Badge>
          <SavedMark />
        </>
      }
      actions={
        <>
          <PublishButton />
          <DraftMenu />
        </>
      }
    >
      {summary && <LatestVersion latest={summary.latest} timezone={terms.timezone} />}
    </PageHeading>
  );
}
