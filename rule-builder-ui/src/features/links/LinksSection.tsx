import type { Program } from "@firstmatch/shared-types";
import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { useLinks } from "./link-queries.ts";
import { MemberLinkRow } from "./MemberLinkRow.tsx";
import { NewLinkDialog } from "./NewLinkDialog.tsx";

interface LinksSectionProps {
  program: Program;
  partner: { id: string; name: string };
  mayEdit: boolean;
}

/** A member's links: each leads to a page of the shop, by an address of ours. */
export function LinksSection({ program, partner, mayEdit }: LinksSectionProps) {
  const { items, error, isPending, more } = useLinks(program.id, partner.id);
  const [adding, dialog] = useDisclosure();
  return (
    <DrawerSection
      title="Links"
      action={
        mayEdit && (
          <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={dialog.open}>
            Add link
          </Button>
        )
      }
    >
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={1} height={44} />}
      {!isPending && !error && items.length === 0 && (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      )}
      <ul aria-label="Links">
        {items.map((link) => (
          <MemberLinkRow key={link.id} link={link} mayEdit={mayEdit} />
        ))}
      </ul>
      <MoreButton more={more} />
      {adding && <NewLinkDialog program={program} partner={partner} onClose={dialog.close} />}
    </DrawerSection>
  );
}
