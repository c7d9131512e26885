import type { Page } from "@firstmatch/shared-types";
import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

interface PagesOptions<T> {
  /** While a filter is typed: what was found before stays until the new answer has come. */
  keepPrevious?: boolean;
  /** When to ask again by itself, as long as something in the list is not finished. */
  lookAgainMs?: (items: readonly T[]) => number | undefined;
}

/** A list that the service gives in pages: what has come so far, and how to get more. */
export function usePages<T, More = unknown>(
  queryKey: QueryKey,
  list: (cursor: string | null) => Promise<Page<T> & More>,
  { keepPrevious = false, lookAgainMs }: PagesOptions<T> = {},
) {
  const { data, error, isPending, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey,
      queryFn: ({ pageParam }) => list(pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
      ...(keepPrevious && { placeholderData: keepPreviousData }),
      ...(lookAgainMs && {
        refetchInterval: ({ state }: { state: { data?: InfiniteData<Page<T> & More> | undefined } }) =>
          lookAgainMs(state.data?.pages.flatMap((page) => page.items) ?? []) ?? false,
      }),
    });
  return {
    items: data?.pages.flatMap((page) => page.items) ?? [],
    /** With whatever else the service says about the list. */
    lastPage: data?.pages.at(-1),
    error,
    isPending,
    /** What is shown was found by the filter before. */
    isOld: isPlaceholderData,
    more: hasNextPage ? { load: () => void fetchNextPage(), loading: isFetchingNextPage } : undefined,
  };
}
