import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from './Button';

type List = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** The way to the next page of a list; nothing where there is none. */
export const More = ({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { of: List }) =>
  hasNextPage ? (
    <Button kind="quiet" busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
      再看一些
    </Button>
  ) : null;
