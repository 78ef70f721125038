import { sql } from 'kysely';
import type { Database } from '../../cloudfunctions/api/kernel/db';

/** A row as it was inserted, as it is after an update, or as it was when it was deleted. */
export interface Written {
  table: string;
  how: 'INSERT' | 'UPDATE' | 'DELETE';
  row: Record<string, unknown>;
}

/**
 * Watches every table of a test's database, whoever writes. Answers with a function that tells what has been written
 * and committed since it was last asked.
 */
export async function watchAll({ kysely }: Database): Promise<() => Promise<Written[]>> {
  await sql`
    create schema watch;
    create table watch.written (id bigserial, "table" text, how text, "row" jsonb);
    create function watch.write_down() returns trigger
    language plpgsql security definer set search_path = watch, pg_temp as $$
    begin
      insert into written ("table", how, "row") values (tg_table_name, tg_op, to_jsonb(coalesce(new, old)));
      return null;
    end
    $$;
    do $$
    declare name text;
    begin
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format(
          'create trigger watch after insert or update or delete on %I for each row execute function watch.write_down()',
          name
        );
      end loop;
    end
    $$`.execute(kysely);

  return async () => {
    const { rows } = await sql<Written>`delete from watch.written returning "table", how, "row"`.execute(kysely);
    return rows;
  };
}
