import type { Program } from "@firstmatch/shared-types";
import { useOutletContext } from "react-router";

/** The program of the page around: every tab of it is drawn only once the program is there. */
export const useProgramPage = (): Program => useOutletContext<Program>();
