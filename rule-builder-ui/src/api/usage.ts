import { CapUse } from "@firstmatch/shared-types";
import { z } from "zod";
import { path, request } from "./request.ts";

const Usage = z.object({ items: z.array(CapUse) });

/** The caps of a program, each with what is used up in the period that it is now. */
export const getUsage = (program: string) => request(Usage, path`/api/programs/${program}/usage`);
