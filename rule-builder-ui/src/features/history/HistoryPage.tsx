import { Text } from "@mantine/core";
import { PageHeading } from "../../components/PageHeading.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { HistoryView } from "./HistoryView.tsx";

const NOTHING_FIXED = {};

/** Every change there was. */
export function HistoryPage() {
  usePageTitle("History");
  return (
    <>
      <PageHeading title="History">
        <Text c="dimmed" size="sm">
          Who changed what and when, in all programs, with what was there before.
        </Text>
      </PageHeading>
      <HistoryView about={NOTHING_FIXED} />
    </>
  );
}
