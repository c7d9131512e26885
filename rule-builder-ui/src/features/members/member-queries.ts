import type { Member, MemberChange, MemberFilter, NewMember } from "@firstmatch/shared-types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  addMember,
  callOffPlannedMoves,
  changeMember,
  getMember,
  listMembers,
  removeMember,
} from "../../api/members.ts";
import { usePages } from "../../components/use-pages.ts";

export const useMembers = (program: string, filter: MemberFilter) =>
  usePages(["members", program, filter], (cursor) => listMembers(program, filter, cursor), { keepPrevious: true });

export const useMember = (program: string, partner: string) =>
  useQuery({ queryKey: ["member", program, partner], queryFn: () => getMember(program, partner) });

/** Wherever something about members is shown: their tables, pages and codes, and what was kept of their history. */
const SHOWING_MEMBERS = ["members", "member", "codes", "links", "partners", "partner", "payout-settings", "history"];

/** After members have changed. */
export function useForgetMembers() {
  const client = useQueryClient();
  return () => Promise.all(SHOWING_MEMBERS.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** The same after one has left: itself is not asked for again, since it is not there any more. */
function useForgetLeaver() {
  const client = useQueryClient();
  const others = SHOWING_MEMBERS.filter((key) => key !== "member");
  return () => Promise.all(others.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** A partner joins the program. */
export function useNewMember(program: string) {
  const forget = useForgetMembers();
  return useMutation({ mutationFn: (member: NewMember) => addMember(program, member), onSuccess: forget });
}

/** Changes to one member, made from the revision that is shown; a newer one refuses them, and is shown then. */
export function useMemberWrites({ program, partner, revision }: Pick<Member, "program" | "partner" | "revision">) {
  const onSettled = useForgetMembers();
  const forgetLeaver = useForgetLeaver();
  const change = useMutation({
    mutationFn: (body: MemberChange) => changeMember(program, partner.id, revision, body),
    onSettled,
  });
  const callOff = useMutation({ mutationFn: () => callOffPlannedMoves(program, partner.id, revision), onSettled });
  const remove = useMutation({
    mutationFn: () => removeMember(program, partner.id, revision),
    onSuccess: forgetLeaver,
    onError: onSettled,
  });
  return { change, callOff, remove };
}
