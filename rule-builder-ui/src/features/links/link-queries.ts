import type { Link, LinkChange, NewLink } from "@firstmatch/shared-types";
import { useMutation } from "@tanstack/react-query";
import { addLink, changeLink, listLinks } from "../../api/links.ts";
import { usePages } from "../../components/use-pages.ts";
import { useForgetMembers } from "../members/member-queries.ts";

export const useLinks = (program: string, partner: string) =>
  usePages(["links", program, partner], (cursor) => listLinks(program, partner, cursor));

export function useNewLink(program: string) {
  const onSuccess = useForgetMembers();
  return useMutation({ mutationFn: (link: NewLink) => addLink(program, link), onSuccess });
}

/** A change to one link, made from the revision that is shown. */
export function useLinkChange({ program, id, revision }: Pick<Link, "program" | "id" | "revision">) {
  const onSettled = useForgetMembers();
  return useMutation({ mutationFn: (change: LinkChange) => changeLink(program, id, revision, change), onSettled });
}
