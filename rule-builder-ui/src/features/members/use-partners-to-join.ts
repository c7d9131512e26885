import { listPartners } from "../../api/partners.ts";
import { usePages } from "../../components/use-pages.ts";

/** Partners who are no members of the program yet. */
export const usePartnersToJoin = (program: string, search: string) => {
  const filter = { notInProgram: program, ...(search !== "" && { search }) };
  return usePages(["partners", filter], (cursor) => listPartners(filter, cursor), { keepPrevious: true });
};
