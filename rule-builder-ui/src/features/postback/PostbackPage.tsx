import { Stack } from "@mantine/core";
import { path } from "../../api/request.ts";
import { Crumbs } from "../../components/Crumbs.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { PostbackAddress } from "./PostbackAddress.tsx";
import { PostbackParameters } from "./PostbackParameters.tsx";
import { RefusedPostbacks } from "./RefusedPostbacks.tsx";

/** How a tracker reports conversions of a program, and what it gets wrong. */
export function PostbackPage() {
  const { id, name, timezone } = useProgramPage();
  usePageTitle("Postback", name);
  return (
    <Stack gap={32}>
      <Crumbs crumbs={[{ label: "All conversions", to: path`/programs/${id}/conversions` }]} />
      <PostbackAddress program={id} />
      <RefusedPostbacks program={id} timezone={timezone} />
      <PostbackParameters />
    </Stack>
  );
}
