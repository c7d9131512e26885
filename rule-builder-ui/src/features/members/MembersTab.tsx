import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import type { NavigateOptions } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { part } from "../../components/part.ts";
import { useAddress } from "../../components/use-address.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { membersInWords } from "../bulk-edits/count-words.ts";
import { withFilter } from "../partners/partner-filter.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { MemberFilters } from "./MemberFilters.tsx";
import { MemberTable } from "./MemberTable.tsx";
import { filterInAddress, isFiltered } from "./member-filter.ts";
import { useMembers } from "./member-queries.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import { isNobody, NOBODY, selectionOf, type Ticked } from "./selection.ts";

const AddMembersDialog = part(async () => (await import("./AddMembersDialog.tsx")).AddMembersDialog);
const BulkEditDialog = part(async () => (await import("../bulk-edits/BulkEditDialog.tsx")).BulkEditDialog);
const MemberDrawer = part(async () => (await import("./MemberDrawer.tsx")).MemberDrawer);

/** In the address: whose drawer is open. */
const OPENED = "member";

/** Who is in the program, by which terms. */
export function MembersTab() {
  const program = useProgramPage();
  usePageTitle("Members", program.name);
  const [parameters, setAddress] = useAddress();
  const filter = filterInAddress(parameters);
  const filtered = isFiltered(filter);
  const { items, error, isPending, isOld, more, lastPage } = useMembers(program.id, filter);
  const mayEdit = useMay("edit");
  const [ticked, setTicked] = useState<Ticked>(NOBODY);
  const [adding, addDialog] = useDisclosure();
  const [editing, editDialog] = useDisclosure();
  const shown = items.map(({ partner }) => partner.id);
  const nobody = !isPending && !error && items.length === 0;
  const total = lastPage?.total ?? 0;
  const opened = parameters.get(OPENED);

  const change = (part: Record<string, string | null>, options?: NavigateOptions) =>
    setAddress((now) => withFilter(now, part), { preventScrollReset: true, ...options });
  const find = (part: Record<string, string | null>) => {
    // "All that the filter finds" is meant for this filter only.
    if (ticked.all) setTicked(NOBODY);
    change(part, { replace: true });
  };
  const clear = () => find({ search: null, terms: null, active: null, tag: null });
  const open = (partner: string | null) => change({ [OPENED]: partner });
  const closeEdit = (started: boolean) => {
    editDialog.close();
    // Whoever was edited may not be found by the same filter any more.
    if (started) setTicked(NOBODY);
  };
  const addMembers = mayEdit && (
    <Button leftSection={<IconUserPlus size={16} />} onClick={addDialog.open}>
      Add members
    </Button>
  );
  return (
    <>
      {(!nobody || filtered) && (
        <Group justify="space-between" align="flex-end" gap="sm" mb="md">
          <MemberFilters program={program} filter={filter} onChange={find} onClear={clear} />
          {addMembers}
        </Group>
      )}
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={6} height={56} />}
      {nobody && !filtered && (
        <EmptyState title="No members yet" action={addMembers}>
          A member is a partner who joined this program, by one of its terms, with promo codes and links of its own.
          {program.access === "open" && " Partners who are no members are paid by the default terms."}
        </EmptyState>
      )}
      {nobody && filtered && (
        <EmptyState
          title="Nobody found"
          order={4}
          action={
            <Button variant="default" onClick={clear}>
              Show all members
            </Button>
          }
        >
          No member is found by all of this together. The search looks at names, ids, e-mail addresses and promo codes.
        </EmptyState>
      )}
      {items.length > 0 && (
        <MemberTable
          program={program}
          members={items}
          busy={isOld}
          ticked={mayEdit ? ticked : undefined}
          onTicked={setTicked}
          onOpen={open}
        />
      )}
      {more && (
        <Text size="sm" c="dimmed" mt="sm">
          {items.length.toLocaleString("en")} of {membersInWords(total)} shown
        </Text>
      )}
      <MoreButton more={more} />
      {!isNobody(ticked) && (
        <SelectionBar
          ticked={ticked}
          shown={shown}
          total={total}
          filtered={filtered}
          onAll={() => setTicked({ all: true })}
          onClear={() => setTicked(NOBODY)}
          onEdit={editDialog.open}
        />
      )}
      <Suspense>
        {adding && <AddMembersDialog program={program} onClose={addDialog.close} />}
        {editing && (
          <BulkEditDialog
            program={program}
            selection={selectionOf(ticked, filter)}
            who={
              ticked.all
                ? `all ${membersInWords(total)}${filtered ? " found" : ""}`
                : membersInWords(ticked.partners.size)
            }
            onClose={closeEdit}
          />
        )}
        {opened && <MemberDrawer key={opened} program={program} partner={opened} onClose={() => open(null)} />}
      </Suspense>
    </>
  );
}
