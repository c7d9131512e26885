import type { Member, Program } from "@firstmatch/shared-types";
import { useState } from "react";
import { DatesDialog } from "../../components/DatesDialog.tsx";
import { useMemberWrites } from "./member-queries.ts";

interface MemberDatesDialogProps {
  program: Program;
  member: Member;
  onClose: () => void;
}

export function MemberDatesDialog({ program, member, onClose }: MemberDatesDialogProps) {
  // As it was when the dialog opened: whoever changed it since is to be heard first.
  const [opened] = useState(member);
  const { change } = useMemberWrites(opened);
  return (
    <DatesDialog
      title={`Dates of ${member.partner.name}`}
      verb="Paid"
      dates={opened}
      timezone={program.timezone}
      onSave={(dates) => change.mutate(dates, { onSuccess: onClose })}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
    />
  );
}
