import type { NewProgram, Page, Program, ProgramChange } from "@firstmatch/shared-types";
import { asTold, path, query, request } from "./request.ts";

const ProgramShape = asTold<Program>();

export const listPrograms = (cursor?: string | null, limit?: number) =>
  request(asTold<Page<Program>>(), `/api/programs${query({ cursor, limit })}`);

export const getProgram = (program: string) => request(ProgramShape, path`/api/programs/${program}`);

export const createProgram = (body: NewProgram) => request(ProgramShape, "/api/programs", { method: "POST", body });

export const changeProgram = (program: string, revision: number, body: ProgramChange) =>
  request(ProgramShape, path`/api/programs/${program}`, { method: "PATCH", body, ifMatch: revision });
