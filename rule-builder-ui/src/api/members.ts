import { Member, type MemberChange, type MemberFilter, MemberPage, type NewMember } from "@firstmatch/shared-types";
import { Nothing, path, query, request } from "./request.ts";

const membersPath = (program: string) => path`/api/programs/${program}/members`;
const memberPath = (program: string, partner: string) => path`/api/programs/${program}/members/${partner}`;

/** Rows of one page of the table. */
const ROWS = 50;

export const listMembers = (program: string, filter: MemberFilter, cursor?: string | null) =>
  request(MemberPage, membersPath(program) + query({ ...filter, cursor, limit: ROWS }));

export const getMember = (program: string, partner: string) => request(Member, memberPath(program, partner));

export const addMember = (program: string, body: NewMember) =>
  request(Member, membersPath(program), { method: "POST", body });

export const changeMember = (program: string, partner: string, revision: number, body: MemberChange) =>
  request(Member, memberPath(program, partner), { method: "PATCH", body, ifMatch: revision });

/** What was decided while the partner was a member stays decided. */
export const removeMember = (program: string, partner: string, revision: number) =>
  request(Nothing, memberPath(program, partner), { method: "DELETE", ifMatch: revision });

export const callOffPlannedMoves = (program: string, partner: string, revision: number) =>
  request(Nothing, `${memberPath(program, partner)}/planned-moves`, { method: "DELETE", ifMatch: revision });
