-- D9.10 Each table has a period, and what has outlived it goes. The timer function's role `youth_clock` reads and
-- writes no table of people: it asks for a batch, and is told how many rows have gone.

do $$
begin
  if not exists (select from pg_roles where rolname = 'youth_clock') then
    create role youth_clock login;
  end if;
end
$$;
grant usage on schema public to youth_clock;

-- A job in a period: whoever writes the row, or finds it neither finished nor held, does it.
create table clock_run (
  job text not null,
  period text not null,
  begun_at timestamptz not null,
  held_until timestamptz not null,
  finished_at timestamptz,
  primary key (job, period)
);
alter table clock_run enable row level security;
create policy own on clock_run to youth_clock using (true);
grant select, insert, update (held_until, finished_at) on clock_run to youth_clock;

-- What goes and when, the same as in config/retention.ts. To add a table is to add a row here and a line there.
create table retention (
  table_name text primary key,
  since text not null,
  only_if text not null default 'true',
  days int not null check (days >= 0),
  erase text
);
alter table retention enable row level security;
comment on column retention.since is 'SQL: the moment from which the period of a row runs; null while it does not';
comment on column retention.only_if is 'SQL: the rows that it is about';
comment on column retention.erase is 'a function that erases what is in the rows (tid[]); null when the rows themselves go';

insert into retention (table_name, since, only_if, days, erase) values
  ('rate_limit', 'to_timestamp(expire / 1000.0)', 'true', 0, null),
  ('code_use', 'used_at', 'true', 2, null),
  ('request', 'created_at', 'true', 30, null),
  ('session', 'least(ended_at, expires_at)', 'true', 90, null),
  ('sign_in', 'expires_at', 'true', 2, null),
  ('invitation', 'coalesce(claimed_at, revoked_at, expires_at)', 'true', 365, null),
  ('application', 'answered_at', 'true', 365, null),
  ('binding', 'answered_at', 'true', 365, null),
  ('former_account', 'until_at', 'true', 1096, null),
  ('correction', 'coalesce(answered_at, dropped_at)', 'true', 1096, null),
  ('concern', 'coalesce(answered_at, dropped_at)', 'true', 1096, null),
  ('contact', 'ended_at', $$ended_by = 'undone' and not exists (select from concern where contact_id = contact.id)$$, 90, null),
  ('access_log', 'at', 'true', 1096, null),
  ('clock_run', 'begun_at', 'true', 400, null),
  ('person', 'closed_at', $$name <> ''$$, 10, 'erase_people');

create index contact_over on contact (youth_id) where ended_at is not null;
create index contact_undone on contact (ended_at) where ended_by = 'undone';
create index person_closed on person (closed_at) where closed_at is not null;
create index access_log_age on access_log using brin (at);

-- D9.5 What statistics need stays as numbers without the person: the contacts with their field, the year of birth, and
-- the day on which a contact ceased to count where it did so while it stood.
create function erase_people(rows tid[]) returns void language plpgsql as $$
declare
  ids uuid[] := array(select id from person where ctid = any(rows));
begin
  update contact set counts_until = 'infinity'
  where youth_id = any(ids) and ended_at is not null and counts_until > (ended_at at time zone 'Asia/Shanghai')::date;
  update youth set unit = null, birth_month = date_trunc('year', birth_month)::date where person_id = any(ids);
  delete from channel where person_id = any(ids);
  delete from code where person_id = any(ids);
  delete from code_use where person_id = any(ids) or scanner_id = any(ids);
  delete from consent where person_id = any(ids);
  delete from block where youth_id = any(ids) or cadre_id = any(ids);
  delete from session where person_id = any(ids);
  delete from account where person_id = any(ids);
  delete from former_account where person_id = any(ids);
  delete from binding where person_id = any(ids);
  delete from application where person_id = any(ids);
  delete from correction where youth_id = any(ids);
  delete from concern where youth_id = any(ids);
  update invitation set name = '' where claimed_by = any(ids) and name <> '';
  update invitation set made_by_name = '' where made_by = any(ids) and made_by_name <> '';
  update person set name = '', search = '' where id = any(ids);
end
$$;

-- What of a table has outlived its period, as the end of a statement whose $1 is `outlived_before`.
create function outlived(of_table text) returns text language plpgsql stable as $$
declare
  rule retention;
begin
  select * into strict rule from retention where table_name = of_table;
  return format('from %I where (%s) and (%s) <= $1', rule.table_name, rule.only_if, rule.since);
end
$$;

-- Never later than now, whatever the clock's role says; a day is 24 hours.
create function outlived_before(of_table text, as_of timestamptz) returns timestamptz language sql stable as $$
  select least(as_of, now()) - make_interval(hours => 24 * days) from retention where table_name = of_table
$$;

-- One batch goes; rows that somebody holds are left to the next.
create function purge_batch(of_table text, as_of timestamptz, at_most int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  eraser text := (select erase from retention where table_name = of_table);
  due tid[];
begin
  execute format('select array(select ctid %s limit $2 for update skip locked)', outlived(of_table))
    into due using outlived_before(of_table, as_of), at_most;
  execute case when eraser is null then format('delete from %I where ctid = any($1)', of_table)
    else format('select %I($1)', eraser) end using due;
  return cardinality(due);
end
$$;

create function purge_due(of_table text, as_of timestamptz) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  execute format('select count(*)::int %s', outlived(of_table)) into n using outlived_before(of_table, as_of);
  return n;
end
$$;

create function purge_oldest(of_table text, as_of timestamptz) returns timestamptz
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  oldest timestamptz;
begin
  execute format('select min(%s) %s', (select since from retention where table_name = of_table), outlived(of_table))
    into oldest using outlived_before(of_table, as_of);
  return oldest;
end
$$;

revoke execute on function erase_people(tid[]), outlived(text), outlived_before(text, timestamptz),
  purge_batch(text, timestamptz, int), purge_due(text, timestamptz), purge_oldest(text, timestamptz) from public;
grant execute on function purge_batch(text, timestamptz, int), purge_due(text, timestamptz),
  purge_oldest(text, timestamptz) to youth_clock;

-- D9.7 A cadre's channels for the administrators of the post: masked in lists, and whole after a look with its reason.

create function app_administers_today(of_person uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from current_post where person_id = of_person and path like any (app_scope()));
end
$$;
revoke execute on function app_administers_today(uuid) from public;
grant execute on function app_administers_today(uuid) to youth_api;

-- Policies are asked in the reverse order of their names: whoever reads own channels, or those of the cadre who holds
-- them, is through before this one.
create policy look_below on channel for select using (circle <> 'contacts' and app_administers_today(person_id));

alter table access_log
  add column reason text check (char_length(reason) between 2 and 60),
  drop constraint access_log_look_check,
  add constraint access_log_look_check check (look in ('scan', 'details', 'list', 'reveal', 'correction', 'concern')),
  add constraint a_reveal_has_a_reason check ((look = 'reveal') = (reason is not null));
