import { z } from "zod";
import type { PageRequest } from "../../http/page.ts";
import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { customerKey, type StoredCustomer } from "./customer-store.ts";

/** Finds customers of a program; everything given must hold. */
export const CustomerFilter = z.strictObject({
  search: z.string().max(200).describe("What the id begins with").optional(),
  partner: z.string().describe("The partner whom they are bound to").optional(),
});
export type CustomerFilter = z.infer<typeof CustomerFilter>;

/** By id; a page and one more: see pageOf. */
export async function findCustomers(
  { customers }: Rooms,
  program: string,
  { search = "", partner }: CustomerFilter,
  { limit, cursor }: PageRequest,
): Promise<StoredCustomer[]> {
  const begin = customerKey(program, search);
  const found = await customers.customers.documents.find(
    {
      program,
      ...(partner !== undefined && { partner }),
      _id: { $gte: begin, ...(cursor !== undefined && { $gt: cursor }) },
    },
    { sort: { _id: 1 }, limit: limit + 1 },
  );
  // In order, all that begin alike stand together, the first of them first.
  return found.filter(({ _id }) => _id.startsWith(begin));
}

export async function findCustomer({ customers }: Rooms, program: string, customer: string): Promise<StoredCustomer> {
  const found = await customers.find(program, customer);
  if (found === null) throw noCustomer(program, customer);
  return found;
}

export const noCustomer = (program: string, customer: string) =>
  notFound(`No purchase has bound a customer "${customer}" in the program "${program}", and nobody has by hand.`);
