import { formatPercent } from "@firstmatch/shared-types";
import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorPage } from "../../components/ErrorPage.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { OwnProgramCard } from "./OwnProgramCard.tsx";
import { useOwn } from "./own-queries.ts";

/** The whole screen of a partner: its own things, and nothing else. */
export function OwnPage() {
  const { data, error } = useOwn();
  usePageTitle(data?.partner.name);
  if (data === undefined) return error ? <ErrorPage error={error} /> : <Skeleton height={240} radius="lg" />;
  const { partner, programs } = data;
  return (
    <Stack gap="lg" maw={1080} mx="auto">
      <div>
        <Title order={1} size="h2">
          {partner.name}
        </Title>
        <Text c="dimmed" size="sm">
          {programs.length === 1 ? "1 program" : `${programs.length} programs`}
          {partner.revenueShare !== null && ` · your revenue share is ${formatPercent(partner.revenueShare)}`}
        </Text>
      </div>
      {programs.length === 0 && (
        <EmptyState title="No programs yet">
          You are in no program at the moment. Once you are, you see here what it pays you, what you earned, your promo
          codes and your links.
        </EmptyState>
      )}
      {programs.map((own) => (
        <OwnProgramCard key={own.program.id} partner={partner} own={own} />
      ))}
    </Stack>
  );
}
