import { ORPCError } from '@orpc/client';

interface Issues {
  issues?: { path?: (string | number)[] }[];
}

/** Which parts of an input the server could not accept, `name` or `channels.0.value`; none for any other error. */
export const wrongParts = (error: unknown): string[] => {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return [];
  const { issues = [] } = (error.data ?? {}) as Issues;
  return issues.map(({ path = [] }) => path.join('.'));
};
