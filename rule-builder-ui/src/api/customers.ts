import { Customer, type CustomerChange, type NewCustomer, page } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

/** What the id begins with, and whose they are. */
export interface CustomerFilter {
  search?: string;
  partner?: string;
}

const customersPath = (program: string) => path`/api/programs/${program}/customers`;

export const listCustomers = (program: string, filter: CustomerFilter, cursor?: string | null) =>
  request(page(Customer), customersPath(program) + query({ ...filter, cursor, limit: 50 }));

export const addCustomer = (program: string, body: NewCustomer) =>
  request(Customer, customersPath(program), { method: "POST", body });

export const changeCustomer = (program: string, customer: string, revision: number, body: CustomerChange) =>
  request(Customer, path`/api/programs/${program}/customers/${customer}`, { method: "PATCH", body, ifMatch: revision });
