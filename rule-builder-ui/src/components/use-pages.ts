import type { Page } from "@firstmatch/shared-types";
import { keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

interface PagesOptions {
  /** While a filter is typed: what was found before stays until the new answer has come. */
  keepPrevious?: boolean;
}

/** A list that the service gives in pages: what has come so far, and how to get more. */
export function usePages<T>(
  queryKey: QueryKey,
  list: (cursor: string | null) => Promise<Page<T>>,
  { keepPrevious = false }: PagesOptions = {},
) {
  const { data, error, isPending, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey,
      queryFn: ({ pageParam }) => list(pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
      ...(keepPrevious && { placeholderData: keepPreviousData }),
    });
  return {
    items: data?.pages.flatMap((page) => page.items) ?? [],
    error,
    isPending,
    /** What is shown was found by the filter before. */
    isOld: isPlaceholderData,
    more: hasNextPage ? { load: () => void fetchNextPage(), loading: isFetchingNextPage } : undefined,
  };
}
