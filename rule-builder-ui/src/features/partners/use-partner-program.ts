import type { Partner } from "@firstmatch/shared-types";
import { useAddress } from "../../components/use-address.ts";
import { useAllPrograms } from "../programs/program-queries.ts";

/**
 * The program in the address of a page about a partner, and those to choose from: its own first, and the others, since
 * a program that is open to all may have paid it as well.
 */
export function usePartnerProgram(partner: Partner) {
  const { data, error } = useAllPrograms();
  const [parameters] = useAddress();
  const wanted = parameters.get("program");
  const own = data?.filter(({ id }) => partner.programs.includes(id)) ?? [];
  const others = data?.filter(({ id }) => !partner.programs.includes(id)) ?? [];
  const program = data?.find(({ id }) => id === wanted) ?? own[0] ?? others[0];
  return { program, own, others, error, isPending: data === undefined };
}
