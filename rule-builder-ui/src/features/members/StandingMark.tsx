import table from "../partners/PartnerTable.module.css";
import css from "./MemberTable.module.css";
import { STANDINGS, type Standing } from "./standing.ts";

/** A point and its word. */
export const StandingMark = ({ standing }: { standing: Standing }) => (
  <span className={`${table.status} ${css.status}`} data-status={standing}>
    {STANDINGS[standing]}
  </span>
);
