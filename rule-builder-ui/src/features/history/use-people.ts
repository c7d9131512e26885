import type { HistoryFilter } from "@firstmatch/shared-types";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { everyPage } from "../../api/every-page.ts";
import { listKeys } from "../../api/keys.ts";
import { useMay } from "../access/session.ts";
import { useHistory } from "./history-queries.ts";

interface Person {
  id: string;
  name: string;
}

/** Whom to choose from: everyone who was seen in a list on this page, and for those who may see them, all with a key. */
export function usePeople(filter: HistoryFilter): Person[] {
  const { items } = useHistory(filter);
  const mayAdminister = useMay("administer");
  const { data: keys = [] } = useQuery({
    queryKey: ["keys", "all"],
    queryFn: () => everyPage((cursor) => listKeys(cursor)),
    enabled: mayAdminister,
  });
  const [seen, setSeen] = useState<readonly Person[]>([]);
  const fresh = items.map(({ by }) => by).filter(({ id }) => !seen.some((known) => known.id === id));
  if (fresh.length > 0) setSeen(byId([...seen, ...fresh]));
  return byId([...seen, ...keys]).sort((one, other) => one.name.localeCompare(other.name));
}

/** The name that a person bears now, where it was renamed. */
const byId = (people: readonly Person[]): Person[] => [
  ...new Map(people.map(({ id, name }) => [id, { id, name }])).values(),
];
