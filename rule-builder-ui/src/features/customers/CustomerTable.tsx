import type { Customer, Program } from "@firstmatch/shared-types";
import { Badge, Button } from "@mantine/core";
import { Link } from "react-router";
import { shownDay } from "../../components/Moment.tsx";
import table from "../partners/PartnerTable.module.css";
import { partnerPath } from "../partners/partner-path.ts";
import { conversionsPath } from "../reports/conversions-path.ts";
import css from "./Customers.module.css";
import { isOver, ordersText } from "./customer-words.ts";

interface CustomerTableProps {
  program: Program;
  customers: Customer[];
  /** What is shown was found by the filter before. */
  busy: boolean;
  /** Undefined for those who may not change anything. */
  onChange: ((customer: string) => void) | undefined;
}

/** Who is bound to whom. */
export function CustomerTable({ program, customers, busy, onChange }: CustomerTableProps) {
  return (
    <div className={table.frame}>
      <table className={table.table} aria-label="Customers" aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">Partner</th>
            <th scope="col">Bound since</th>
            <th scope="col">Bound by</th>
            <th scope="col">Orders</th>
            <th scope="col">Until</th>
            {onChange && <th scope="col" aria-label="Change" />}
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => (
            <CustomerRow key={customer.id} program={program} customer={customer} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CustomerRowProps extends Pick<CustomerTableProps, "program" | "onChange"> {
  customer: Customer;
}

function CustomerRow({ program, customer, onChange }: CustomerRowProps) {
  const { id, partner, boundAt, conversion, until } = customer;
  const over = isOver(customer, program.lifetime, Date.now());
  const none = <span className={table.none}>–</span>;
  return (
    <tr data-off={partner === null || over || undefined}>
      <td className={css.id}>
        <code>{id}</code>
      </td>
      <td className={css.whose} data-label="Partner">
        {partner === null ? (
          "Nobody"
        ) : (
          <Link to={partnerPath(partner.id)} className={css.partner}>
            {partner.name}
          </Link>
        )}
      </td>
      <td className={css.day} data-label="Bound since">
        {boundAt === null ? none : shownDay(boundAt, program.timezone)}
      </td>
      <td className={css.by} data-label="Bound by">
        {conversion === null ? (
          "hand"
        ) : (
          <Link to={conversionsPath(program.id, { search: conversion })} className={css.conversion}>
            <code>{conversion}</code>
          </Link>
        )}
      </td>
      <td className={css.number} data-label="Orders">
        {ordersText(customer, program.lifetime)}
      </td>
      <td className={css.day} data-label="Until">
        {over ? <Badge color="gray">Over</Badge> : until === null ? none : shownDay(until, program.timezone)}
      </td>
      {onChange && (
        <td className={table.actions}>
          <Button variant="subtle" size="compact-sm" aria-label={`Change ${id}`} onClick={() => onChange(id)}>
            Change
          </Button>
        </td>
      )}
    </tr>
  );
}
