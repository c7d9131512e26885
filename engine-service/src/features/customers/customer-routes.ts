import { Customer, CustomerChange, NewCustomer, page } from "@firstmatch/shared-types";
import { pageOf, pageQuery } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { addCustomer, changeCustomer } from "./bind-by-hand.ts";
import type { StoredCustomer } from "./customer-store.ts";
import { CustomerFilter, findCustomer, findCustomers } from "./find-customers.ts";
import { printCustomer } from "./print-customer.ts";

const LIST = "/api/programs/{program}/customers";
const ONE = `${LIST}/{customer}` as const;

const shows = { description: "The customer", schema: Customer, headers: ["ETag"] } as const;

export function customerRoutes(rooms: Rooms): Route[] {
  const answer = async (stored: StoredCustomer, status = 200, headers: Record<string, string> = {}) => ({
    status,
    body: printCustomer(rooms, await findProgram(rooms, stored.program), stored),
    headers: { ETag: etag(stored.revision), ...headers },
  });
  return [
    route({
      method: "get",
      path: LIST,
      access: "read",
      tag: "Customers",
      summary: "Customers whom a lifetime payout bound to a partner, by id",
      query: CustomerFilter.extend(pageQuery),
      answers: { 200: { description: "A page of customers", schema: page(Customer) } },
      problems: ["not-found"],
      handle: async ({ params, query: { limit, cursor, ...filter } }) => {
        const program = await findProgram(rooms, params.program);
        const found = await findCustomers(rooms, program._id, filter, { limit, cursor });
        const print = (stored: StoredCustomer) => printCustomer(rooms, program, stored);
        return { status: 200, body: pageOf(found, limit, ({ _id }) => _id, print) };
      },
    }),
    route({
      method: "post",
      path: LIST,
      access: "correct",
      tag: "Customers",
      summary: "Bind a customer to a partner before any purchase does",
      description:
        "From now on, or from `boundAt` on, its purchases are the partner's by the program's lifetime payouts. What was recorded stays as it was decided.",
      body: { ...jsonBody(NewCustomer), example: { customer: "c-9", partner: "p-7", reason: "Brought at the fair" } },
      answers: { 201: { ...shows, description: "Bound", headers: ["ETag", "Location"] } },
      problems: ["not-found", "conflict"],
      handle: async ({ params: { program }, body, caller }) => {
        const stored = await addCustomer(rooms, program, body, { by: caller });
        const Location = `/api/programs/${program}/customers/${encodeURIComponent(body.customer)}`;
        return answer(stored, 201, { Location });
      },
    }),
    route({
      method: "get",
      path: ONE,
      access: "read",
      tag: "Customers",
      summary: "One customer",
      answers: { 200: shows },
      problems: ["not-found"],
      handle: async ({ params: { program, customer } }) => {
        await findProgram(rooms, program);
        return answer(await findCustomer(rooms, program, customer));
      },
    }),
    route({
      method: "patch",
      path: ONE,
      access: "correct",
      tag: "Customers",
      summary: "Bind a customer to another partner, or to nobody",
      description:
        "From now on, or from `boundAt` on, which is not before the present binding. Orders are counted from 0 again. Nobody's stays nobody's: no purchase binds it anew. What was recorded stays as it was decided.",
      ifMatch: true,
      body: { ...jsonBody(CustomerChange), example: { partner: null, reason: "Works for the partner" } },
      answers: { 200: shows },
      problems: ["not-found"],
      handle: async ({ params, body, revision, caller }) =>
        answer(await changeCustomer(rooms, params, revision, body, { by: caller })),
    }),
  ];
}
