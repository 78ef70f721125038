-- What a youth typed as the own unit, and what is not shown to others before a person has read it. Until then the
-- text lies here, and `youth.unit`, which others see, is empty: whoever reads that needs to know nothing of this.

create table unit_check (
  youth_id uuid primary key references youth (person_id),
  id uuid not null unique,
  unit text not null,
  written_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'hidden')),
  answered_by uuid references person (id),
  answered_at timestamptz,
  check ((state = 'waiting') = (answered_by is null) and (state = 'waiting') = (answered_at is null))
);
create index unit_check_waiting on unit_check (id) where state = 'waiting';
comment on column unit_check.id is 'another for each text: an answer is to the text that was read, and to no later one';

alter table unit_check enable row level security;
create policy own on unit_check for select using (youth_id = (select app_person()));
create policy make on unit_check for insert with check (youth_id = (select app_person()) and state = 'waiting');
create policy rewrite on unit_check for delete using (youth_id = (select app_person()));
grant select, insert, delete on unit_check to youth_api;

insert into retention (table_name, since, days) values
  ('unit_check', '(select closed_at from person where person.id = unit_check.youth_id)', 10);

-- D9.8 Whoever answers has looked.
alter table access_log
  drop constraint access_log_look_check,
  add constraint access_log_look_check
    check (look in ('scan', 'details', 'list', 'reveal', 'correction', 'concern', 'text'));

-- D9.4 What waits for the actor to read it: texts of youths who are held now, answered by whom `app_answers` names.
-- The text, a holding organisation and the day, and nothing of whose it is.
create function texts_waiting(after uuid, at_most int)
returns table (id uuid, unit text, written_at timestamptz, org_name text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  orgs int[] := app_orgs();
  for_province boolean := exists (select from org o where o.parent_id is null and o.id = any (orgs));
begin
  if orgs = '{}' then
    return;
  end if;
  return query
  select k.id, k.unit, k.written_at, held.org_name
  from unit_check k
  cross join lateral (
    select o.short_name as org_name, c.org_id = any (orgs) as by_own
    from contact c join org o on o.id = c.org_id
    where c.youth_id = k.youth_id and c.ended_at is null and (for_province or c.org_id = any (orgs))
    order by by_own desc, c.started_at, c.id limit 1
  ) held
  where k.state = 'waiting' and (after is null or k.id > after) and k.youth_id <> app_person()
    and (held.by_own or app_answers(k.youth_id))
  order by k.id limit at_most;
end
$$;

-- Whether the actor reads what this youth wrote.
create function app_reads(of_youth uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select youth_holders(of_youth) > 0 and app_answers(of_youth)
$$;

-- D9.4 Whose text it was and whether this is the answer; no row when it is not there to be read (any more). What is
-- shown is shown with the answer.
create function answer_text(of_text uuid, show boolean, at timestamptz)
returns table (youth_id uuid, first boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  typed unit_check;
begin
  select * into typed from unit_check k where k.id = of_text;
  if typed.id is null or not app_reads(typed.youth_id) then
    return;
  end if;
  perform youth_lock(typed.youth_id);
  select * into typed from unit_check k where k.id = of_text;
  if typed.id is null or not app_reads(typed.youth_id) then
    return;
  end if;
  if typed.state <> 'waiting' then
    return query select typed.youth_id, false;
    return;
  end if;
  if show then
    update youth y set unit = typed.unit where y.person_id = typed.youth_id;
  end if;
  update unit_check k set state = case when show then 'shown' else 'hidden' end, answered_by = app_person(),
    answered_at = at
  where k.id = of_text;
  return query select typed.youth_id, true;
end
$$;

revoke execute on function texts_waiting(uuid, int), app_reads(uuid), answer_text(uuid, boolean, timestamptz) from public;
grant execute on function texts_waiting(uuid, int), answer_text(uuid, boolean, timestamptz) to youth_api;
