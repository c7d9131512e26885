import { type NewProgram, Program, type ProgramChange, page } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

export const listPrograms = (cursor?: string | null, limit?: number) =>
  request(page(Program), `/api/programs${query({ cursor, limit })}`);

export const getProgram = (program: string) => request(Program, path`/api/programs/${program}`);

export const createProgram = (body: NewProgram) => request(Program, "/api/programs", { method: "POST", body });

export const changeProgram = (program: string, revision: number, body: ProgramChange) =>
  request(Program, path`/api/programs/${program}`, { method: "PATCH", body, ifMatch: revision });
