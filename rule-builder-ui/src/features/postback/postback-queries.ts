import { listRefusedPostbacks } from "../../api/postback.ts";
import { usePages } from "../../components/use-pages.ts";

/** @param program null: those that name no known program */
export const useRefusedPostbacks = (program: string | null) =>
  usePages(["refused-postbacks", program], (cursor) => listRefusedPostbacks(program, cursor));
