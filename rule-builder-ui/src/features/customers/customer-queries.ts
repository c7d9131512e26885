import type { Customer, CustomerChange, NewCustomer } from "@firstmatch/shared-types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addCustomer, type CustomerFilter, changeCustomer, listCustomers } from "../../api/customers.ts";
import { isProblem } from "../../api/problem-error.ts";
import { usePages } from "../../components/use-pages.ts";

const ofProgram = (program: string) => ["customers", program];

export const useCustomers = (program: string, filter: CustomerFilter) =>
  usePages([...ofProgram(program), filter], (cursor) => listCustomers(program, filter, cursor), { keepPrevious: true });

export function useNewCustomer(program: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCustomer) => addCustomer(program, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ofProgram(program) }),
  });
}

/** Where a purchase or somebody else was faster, the list shows what it is by now. */
export function useCustomerChange({ program, id, revision }: Pick<Customer, "program" | "id" | "revision">) {
  const client = useQueryClient();
  const look = () => client.invalidateQueries({ queryKey: ofProgram(program) });
  return useMutation({
    mutationFn: (body: CustomerChange) => changeCustomer(program, id, revision, body),
    onSuccess: look,
    onError: (error) => (isProblem(error, 412) ? look() : undefined),
  });
}
