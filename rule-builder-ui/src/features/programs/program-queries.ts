import { useQuery } from "@tanstack/react-query";
import { everyPage } from "../../api/every-page.ts";
import { getProgram, listPrograms } from "../../api/programs.ts";
import { usePages } from "../../components/use-pages.ts";

export const usePrograms = () => usePages(["programs"], (cursor) => listPrograms(cursor));

/** All of them, for a form to choose from. */
export const useAllPrograms = () =>
  useQuery({ queryKey: ["programs", "all"], queryFn: () => everyPage((cursor) => listPrograms(cursor, 100)) });

export const useProgram = (program: string) =>
  useQuery({ queryKey: ["program", program], queryFn: () => getProgram(program) });
