import { useReachBottom } from '@tarojs/taro';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';

/** Whoever reaches the end of a page is given the next part of its list. */
export const useMoreAtBottom = (list: UseInfiniteQueryResult): void =>
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  });
