import { type HistoryEntry, THINGS } from "@firstmatch/shared-types";
import { Skeleton, Text } from "@mantine/core";
import { Link } from "react-router";
import { path } from "../../api/request.ts";
import { shownMoment } from "../../components/Moment.tsx";
import { useAllPrograms } from "../programs/program-queries.ts";
import { placeOf } from "./entry-places.ts";
import css from "./History.module.css";
import { type Difference, differencesIn } from "./sides.ts";

interface HistoryDetailsProps {
  entry: HistoryEntry;
  timezone: string | undefined;
}

const PARTNERS_NAMED = 5;

/** A change opened: before and after side by side, and where its thing is. */
export function HistoryDetails({ entry, timezone }: HistoryDetailsProps) {
  const { data: programs, isPending } = useAllPrograms();
  const program = programs?.find(({ id }) => id === entry.program);
  if (isPending) return <Skeleton height={60} />;
  const context = { currency: program?.currency ?? "USD", timezone: program?.timezone ?? timezone };
  const place = placeOf(entry);
  const partners = entry.partners.filter((id) => entry.thing.kind !== "partner" || id !== entry.thing.id);
  const more = partners.length - PARTNERS_NAMED;
  return (
    <>
      <Sides entry={entry} differences={differencesIn(entry, context)} />
      <p className={css.places}>
        <span>
          {shownMoment(entry.at, context.timezone)}
          {context.timezone && `, ${context.timezone}`}
        </span>
        {program && entry.thing.kind !== "program" && <Link to={path`/programs/${program.id}`}>{program.name}</Link>}
        {partners.slice(0, PARTNERS_NAMED).map((partner) => (
          <Link key={partner} to={path`/partners/${partner}`}>
            Partner {partner}
          </Link>
        ))}
        {more > 0 && <span>and {more} more partners</span>}
        {place && (
          <Link to={place}>
            {THINGS[entry.thing.kind]} {entry.thing.name}
          </Link>
        )}
        {entry.bulkEdit !== null && entry.program !== null && (
          <Link to={path`/programs/${entry.program}/bulk-edits/${entry.bulkEdit}`}>Part of a bulk edit</Link>
        )}
      </p>
    </>
  );
}

function Sides({ entry, differences }: { entry: HistoryEntry; differences: readonly Difference[] }) {
  if (differences.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing of what it says is different.
      </Text>
    );
  const [isNew, isGone] = [entry.before === null, entry.after === null];
  return (
    <table className={css.sides}>
      <thead>
        <tr>
          <th scope="col">What</th>
          {!isNew && <th scope="col">Before</th>}
          {!isGone && <th scope="col">After</th>}
        </tr>
      </thead>
      <tbody>
        {differences.map(({ key, label, before, after }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {!isNew && <td>{before ?? <NotThere />}</td>}
            {!isGone && <td>{after ?? <NotThere />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NotThere = () => <span className={css.none}>not there</span>;
