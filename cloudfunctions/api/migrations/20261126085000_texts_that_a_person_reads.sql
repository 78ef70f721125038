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

-- Whether the actor reads what this youth wrote: of youths who are held now, whom `app_answers` names.
create function app_reads(of_youth uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select youth_holders(of_youth) > 0 and app_answers(of_youth)
$$;

-- D9.4 What waits for the actor to read it, the oldest first: the text, an organisation that holds its writer, the day,
-- and nothing of whose it is. From the contacts of the actor's own organisations, however much waits elsewhere; the
-- province looks besides at all that waits, for what nobody else reads. As JSON.
create function texts_waiting(after uuid, at_most int) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  orgs int[] := app_orgs();
  for_province boolean := exists (select from org where parent_id is null and id = any (orgs));
begin
  if orgs = '{}' then
    return '{}';
  end if;
  return array(
    with own as (
      select distinct on (k.id) k.id, k.unit, k.written_at, o.short_name as org_name
      from contact c join unit_check k on k.youth_id = c.youth_id join org o on o.id = c.org_id
      where c.org_id = any (orgs) and c.ended_at is null
        and k.state = 'waiting' and (after is null or k.id > after) and k.youth_id <> app_person()
      order by k.id, c.started_at, c.id limit at_most
    ), others as (
      select k.id, k.unit, k.written_at, held.org_name
      from unit_check k
      cross join lateral (
        select o.short_name as org_name from contact c join org o on o.id = c.org_id
        where c.youth_id = k.youth_id and c.ended_at is null
        order by c.started_at, c.id limit 1
      ) held
      where for_province and k.state = 'waiting' and (after is null or k.id > after) and k.youth_id <> app_person()
        and not exists (
          select from contact c where c.youth_id = k.youth_id and c.ended_at is null and c.org_id = any (orgs)
        )
        and app_answers(k.youth_id)
      order by k.id limit at_most
    )
    select json_build_object('textId', id, 'text', unit, 'writtenAt', written_at, 'orgName', org_name)::text
    from (select * from own union all select * from others) found
    order by id limit at_most
  );
end
$$;

-- D9.8 Whose text it is, for the log of looks; null when it is not the actor's to read.
create function text_writer(of_text uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select youth_id from unit_check where id = of_text and app_reads(youth_id)
$$;

-- D9.4 Null when it is not there to be read (any more), false when somebody has answered. What is shown is shown with
-- the answer.
create function answer_text(of_text uuid, show boolean, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  writer uuid := text_writer(of_text);
  typed unit_check;
begin
  if writer is null then
    return null;
  end if;
  perform youth_lock(writer);
  select * into typed from unit_check where id = of_text;
  if typed.id is null or not app_reads(writer) then
    return null;
  end if;
  if typed.state <> 'waiting' then
    return false;
  end if;
  if show then
    update youth set unit = typed.unit where person_id = writer;
  end if;
  update unit_check set state = case when show then 'shown' else 'hidden' end, answered_by = app_person(), answered_at = at
  where id = of_text;
  return true;
end
$$;

revoke execute on function app_reads(uuid), texts_waiting(uuid, int), text_writer(uuid),
  answer_text(uuid, boolean, timestamptz) from public;
grant execute on function texts_waiting(uuid, int), text_writer(uuid), answer_text(uuid, boolean, timestamptz) to youth_api;
