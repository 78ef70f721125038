import type { Pool, PoolClient } from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
  /** From asking to having the answer; for one that travelled along with another, from having that one's. */
  ms: number;
  /** Nothing else was under way on its connection. */
  alone: boolean;
}

type Query = (...args: unknown[]) => unknown;

/** Hands over each statement that goes to the database through the pool, once it is answered. */
export function watchStatements(pool: Pool, seen: (statement: Statement) => void): void {
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as Query;
    let underWay = 0;
    let answeredAt = 0;
    const watched = (...args: unknown[]): unknown => {
      const [asked, second] = args as [string | { text: string; values?: unknown[] }, unknown];
      const text = typeof asked === 'string' ? asked : asked.text;
      const values = typeof asked === 'string' ? second : asked.values;
      const alone = underWay++ === 0;
      const askedAt = performance.now();
      const done = () => {
        const since = Math.max(askedAt, answeredAt);
        answeredAt = performance.now();
        underWay -= 1;
        seen({ text, values: Array.isArray(values) ? values : [], ms: answeredAt - since, alone });
      };
      const callback = args.at(-1);
      if (typeof callback === 'function') {
        const answer = callback as Query;
        return query(...args.slice(0, -1), (...results: unknown[]) => {
          done();
          answer(...results);
        });
      }
      return (query(...args) as Promise<unknown>).finally(done);
    };
    client.query = watched as typeof client.query;
  });
}
