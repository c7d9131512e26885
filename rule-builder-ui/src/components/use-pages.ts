import type { Page } from "@firstmatch/shared-types";
import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

/** A list that the service gives in pages: what has come so far, and how to get more. */
export function usePages<T>(queryKey: QueryKey, list: (cursor: string | null) => Promise<Page<T>>) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => list(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  return {
    items: data?.pages.flatMap((page) => page.items) ?? [],
    error,
    isPending,
    more: hasNextPage ? { load: () => void fetchNextPage(), loading: isFetchingNextPage } : undefined,
  };
}
