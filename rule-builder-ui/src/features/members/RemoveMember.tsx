import type { Member, Program } from "@firstmatch/shared-types";
import { Button } from "@mantine/core";
import { IconUserMinus } from "@tabler/icons-react";
import { ask } from "../../components/ask.ts";
import { tell, tellError } from "../../components/tell.tsx";
import { useMemberWrites } from "./member-queries.ts";

interface RemoveMemberProps {
  program: Program;
  member: Member;
  onRemoved: () => void;
}

export function RemoveMember({ program, member, onRemoved }: RemoveMemberProps) {
  const { partner } = member;
  const { remove } = useMemberWrites(member);
  const confirm = async () => {
    const then =
      program.access === "open" ? "paid by the default terms, like everyone who is no member" : "not paid any more";
    const sure = await ask({
      title: `Take ${partner.name} out of ${program.name}?`,
      text: `From now on it is ${then}; its promo codes and links stop. What was decided until now stays decided, and it may join again.`,
      confirm: "Take out",
    });
    if (!sure) return;
    remove.mutate(undefined, {
      onSuccess: () => {
        tell(`${partner.name} is no member of ${program.name} any more`);
        onRemoved();
      },
      onError: (error) => tellError(`${partner.name} could not be taken out`, error),
    });
  };
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconUserMinus size={16} />}
        onClick={confirm}
        loading={remove.isPending}
      >
        Take out of the program
      </Button>
    </div>
  );
}
