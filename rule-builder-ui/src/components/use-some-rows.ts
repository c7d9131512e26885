import { useState } from "react";

/** Of rows that are all there already, as many as are good to look at, and a way to see more; as MoreButton takes it. */
export function useSomeRows<Row>(rows: readonly Row[], atOnce: number) {
  const [pages, setPages] = useState(1);
  const shown = rows.slice(0, pages * atOnce);
  const more = shown.length < rows.length ? { load: () => setPages(pages + 1), loading: false } : undefined;
  return { shown, more };
}
