import type { Member, Program } from "@firstmatch/shared-types";
import { DrawerSection } from "../../components/DrawerSection.tsx";
import { MemberTerms } from "../partners/MemberTerms.tsx";
import { useTermsList } from "../terms/terms-queries.ts";

interface MemberTermsSectionProps {
  program: Program;
  member: Member;
  mayEdit: boolean;
}

/** Which terms decide for the member now, and from when on others will. */
export function MemberTermsSection({ program, member, mayEdit }: MemberTermsSectionProps) {
  const { items } = useTermsList(program.id);
  const id = member.terms ?? program.defaultTerms;
  const name = items.find((terms) => terms.id === id)?.name ?? id;
  return (
    <DrawerSection title="Terms">
      <MemberTerms settings={{ program, member, terms: { id, name } }} mayEdit={mayEdit} headed />
    </DrawerSection>
  );
}
