import { useEffect } from "react";

/** The title of the browser's tab, most specific part first: "Sale · Standard · Acme Outfitters · Firstmatch". */
export function usePageTitle(...parts: (string | undefined)[]) {
  const title = [...parts.filter((part) => part), "Firstmatch"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
