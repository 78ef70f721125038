-- A person's rights (D9.4, D9.5, D9.9): to correct, to take a copy, to withdraw, to close the account, to report a
-- concern past the cadre. Whoever writes about one youth takes the youth's row first, then contacts in the order of
-- their posts, then requests.

-- D10.4, C9 The field to which a youth belongs, from a day on ------------------------------------------------------

create table youth_field (
  youth_id uuid not null references youth (person_id),
  from_day date not null,
  field text not null check (field in ('enterprise', 'rural', 'government', 'school', 'community', 'socialOrg', 'newMedia')),
  primary key (youth_id, from_day)
);
insert into youth_field (youth_id, from_day, field)
  select person_id, (registered_at at time zone 'Asia/Shanghai')::date, field from youth;

-- The live contacts follow, one by one in the order of their posts, and with them the stock.
create function field_of_youth() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  live uuid;
begin
  insert into youth_field (youth_id, from_day, field)
  values (
    new.person_id,
    case tg_op
      when 'INSERT' then (new.registered_at at time zone 'Asia/Shanghai')::date
      else coalesce(app_day(), (now() at time zone 'Asia/Shanghai')::date)
    end,
    new.field
  )
  on conflict (youth_id, from_day) do update set field = excluded.field;
  if tg_op = 'UPDATE' then
    for live in select id from contact where youth_id = new.person_id and ended_at is null order by post_id, id loop
      update contact set field = new.field where id = live;
    end loop;
  end if;
  return new;
end
$$;
create trigger field_of_youth after insert on youth for each row execute function field_of_youth();
create trigger field_of_youth_changed after update of field on youth for each row
  when (old.field <> new.field) execute function field_of_youth();

-- D9.1 Consents are dated: agreed, withdrawn, agreed anew ------------------------------------------------------------

alter table consent add column withdrawn_at timestamptz check (withdrawn_at >= agreed_at);
alter table consent drop constraint consent_pkey;
alter table consent add primary key (person_id, version, agreed_at);
create unique index one_consent_in_force on consent (person_id, version) where withdrawn_at is null;

create or replace function youth_agreed(of_youth uuid, of_version int) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from consent where person_id = of_youth and version >= of_version and withdrawn_at is null
  );
end
$$;

-- A code that died with a consent is never shown again: the next one has the next version.
create unique index code_version on code (person_id, kind, version);

-- What a person must answer ------------------------------------------------------------------------------------------

-- D9.4 A name and a month of birth decide rules: to change them is asked for
create table correction (
  id uuid primary key,
  youth_id uuid not null references youth (person_id),
  kind text not null check (kind in ('name', 'birthMonth')),
  was text not null,
  wish text not null,
  asked_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  answered_by uuid references person (id),
  approved boolean,
  answer text,
  dropped_at timestamptz,
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (approved is null)),
  check (answered_at is null or dropped_at is null)
);
create unique index one_open_correction on correction (youth_id, kind) where answered_at is null and dropped_at is null;
create index on correction (youth_id, id);
create index correction_due on correction (due_on, id) where answered_at is null and dropped_at is null;

-- D9.9 Past the cadre, to the organisation above; D9.7 the texts are sealed
create table concern (
  id uuid primary key,
  youth_id uuid not null references youth (person_id),
  contact_id uuid not null references contact (id),
  cadre_id uuid not null references person (id),
  org_id int not null references org (id),
  sealed text not null,
  asked_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  answered_by uuid references person (id),
  sealed_answer text,
  dropped_at timestamptz,
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (sealed_answer is null)),
  check (answered_at is null or dropped_at is null)
);
comment on column concern.org_id is 'the organisation that answers: above the cadre’s, and never the cadre’s own but for the province';
create index on concern (youth_id, id);
create index on concern (youth_id, asked_at);
create index concern_due on concern (org_id, due_on, id) where answered_at is null and dropped_at is null;

-- One's contacts of all times, for the copy and for those whom one has left.
create index contact_of_youth on contact (youth_id, id);
create index contact_of_cadre on contact (cadre_id, id);

-- The words are those of `LOOKS`.
alter table access_log drop constraint access_log_look_check;
alter table access_log add constraint access_log_look_check check (look <> '');

-- Who may answer -----------------------------------------------------------------------------------------------------

-- D1.5 the organisations that the actor administers today, without those below
create function app_orgs() returns int[]
language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(org_id), '{}') from administrator
    where person_id = app_person() and from_day <= app_day() and (until_day is null or app_day() < until_day)
  );
end
$$;

-- D9.4 whether the actor answers what a youth asks for: an administrator of an organisation whose cadre holds the
-- youth, or of the province where none of those has one; never the youth
create function app_answers(of_youth uuid) returns boolean
language plpgsql stable cost 1000 security definer set search_path = public, pg_temp as $$
declare
  orgs int[] := app_orgs();
  answering int[];
begin
  if orgs = '{}' or of_youth = app_person() then
    return false;
  end if;
  select coalesce(array_agg(c.org_id), '{}') into answering
  from contact c
  where c.youth_id = of_youth and c.ended_at is null and exists (
    select from administrator a join person p on p.id = a.person_id
    where a.org_id = c.org_id and a.from_day <= app_day() and (a.until_day is null or app_day() < a.until_day)
      and p.closed_at is null and p.id <> of_youth
  );
  if answering = '{}' then
    select array_agg(id) into answering from org where parent_id is null;
  end if;
  return orgs && answering;
end
$$;

-- D9.9 the organisation that hears what a youth reports about the cadre of a contact: the nearest above the cadre's
-- that somebody else administers; of a cadre of the province, the province
create function concern_org(of_contact uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  of_cadre uuid;
  own org;
begin
  select c.cadre_id into of_cadre from contact c where c.id = of_contact and c.youth_id = app_person();
  select o.* into own
  from contact c
  left join post p on p.person_id = c.cadre_id and p.from_day <= app_day()
    and (p.until_day is null or app_day() < p.until_day)
  join org o on o.id = coalesce(p.org_id, c.org_id)
  where c.id = of_contact and c.youth_id = app_person();
  return coalesce(
    (
      select o.id from org o
      where o.id = any (string_to_array(trim('/' from own.path), '/')::int[]) and o.id <> own.id and exists (
        select from administrator a join person p on p.id = a.person_id
        where a.org_id = o.id and a.from_day <= app_day() and (a.until_day is null or app_day() < a.until_day)
          and p.closed_at is null and p.id <> of_cadre
      )
      order by length(o.path) desc limit 1
    ),
    own.parent_id,
    own.id
  );
end
$$;

-- D9.5 who has closed the account is named nowhere, also not where a name was written down
create function person_gone(of_person uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from person where id = of_person and closed_at is not null);
end
$$;

-- Row-level security -------------------------------------------------------------------------------------------------

alter table youth_field enable row level security;
alter table correction enable row level security;
alter table concern enable row level security;

create policy own on youth_field for select using (youth_id = (select app_person()));

create policy own on correction for select using (youth_id = (select app_person()));
create policy make on correction for insert with check (youth_id = (select app_person()) and answered_at is null);
create policy answer on correction for select using (dropped_at is null and app_answers(youth_id));

create policy own on concern for select using (youth_id = (select app_person()));
create policy make on concern for insert with check (
  youth_id = (select app_person()) and answered_at is null and org_id = concern_org(contact_id)
);
create policy answer on concern for select using (
  dropped_at is null and org_id = any ((select app_orgs())::int[])
  and youth_id <> (select app_person()) and cadre_id <> (select app_person())
);

-- D9.4 those who hold or have held the actor as a youth
create function app_ever_holders() returns uuid[]
language plpgsql stable as $$
begin
  return (select coalesce(array_agg(distinct cadre_id), '{}') from contact where youth_id = app_person());
end
$$;
-- those whose requests wait for the actor
create function app_asking() returns uuid[]
language plpgsql stable as $$
begin
  if app_orgs() = '{}' then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(youth_id), '{}') from (
      select youth_id from correction where answered_at is null and dropped_at is null
      union all
      select youth_id from concern where answered_at is null and dropped_at is null
    ) as open
  );
end
$$;
-- Policies are asked in the order of their names: these after the one that nearly always answers.
create policy see_ever_held_by on person for select using (
  closed_at is null and id = any ((select app_ever_holders())::uuid[])
);
create policy see_who_asks on person for select using (closed_at is null and id = any ((select app_asking())::uuid[]));

create policy change on youth for update using (person_id = (select app_person()));

-- What a person does to all of one's own, at once --------------------------------------------------------------------

-- Ends contacts one by one in the order of their posts, after all of them are locked.
create function end_contacts(ids uuid[], at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  live uuid;
begin
  perform from contact where id = any (ids) order by post_id, id for no key update;
  for live in select id from contact where id = any (ids) and ended_at is null order by post_id, id loop
    update contact set ended_at = greatest(at, started_at), ended_by = 'left' where id = live;
  end loop;
end
$$;

-- D9.4 The youth's part: nothing stands and nothing is shown any more, until the notice is agreed to anew.
create function withdraw_consent(at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
begin
  perform youth_lock(me);
  perform end_contacts(array(select id from contact where youth_id = me and ended_at is null), at);
  update consent set withdrawn_at = greatest(at, agreed_at) where person_id = me and withdrawn_at is null;
  update code set revoked_at = at where person_id = me and kind = 'youth' and revoked_at is null;
  update correction set dropped_at = at, was = '', wish = '' where youth_id = me and answered_at is null and dropped_at is null;
  update concern set dropped_at = at, sealed = '' where youth_id = me and answered_at is null and dropped_at is null;
  update application set answer = 'withdrawn', answered_by = me, answered_at = at where person_id = me and answered_at is null;
end
$$;

-- D9.4, D9.5 False for somebody who holds or will hold a post, or administers: that ends first. The WeChat account is
-- a newcomer's again; the person's row stays until it is erased.
create function close_account(at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
begin
  -- In the order in which others take them who answer this person.
  perform youth_lock(me);
  perform from application where person_id = me and answered_at is null for update;
  perform from person where id = me for update;
  if exists (select from post where person_id = me and (until_day is null or app_day() < until_day))
    or exists (select from administrator where person_id = me and (until_day is null or app_day() < until_day)) then
    return false;
  end if;
  perform withdraw_consent(at);
  perform end_contacts(array(select id from contact where cadre_id = me and ended_at is null), at);
  update code set revoked_at = at where person_id = me and revoked_at is null;
  update session set ended_at = at where person_id = me and ended_at is null;
  delete from account where person_id = me;
  update person set closed_at = at where id = me and closed_at is null;
  return true;
end
$$;

-- D9.4 Null when there is nothing to answer here (any more), false when somebody has answered. What is approved takes
-- effect with the answer.
create function answer_correction(
  of_correction uuid, approve boolean, why text, of_search text, of_counts_until date, at timestamptz
) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked correction;
  live uuid;
begin
  select * into asked from correction where id = of_correction;
  if asked.id is null or not app_answers(asked.youth_id) then
    return null;
  end if;
  perform youth_lock(asked.youth_id);
  select * into asked from correction where id = of_correction;
  if asked.dropped_at is not null or not app_answers(asked.youth_id) then
    return null;
  end if;
  if asked.answered_at is not null then
    return false;
  end if;
  if approve and asked.kind = 'name' then
    update person set name = asked.wish, search = of_search where id = asked.youth_id;
  elsif approve then
    update youth set birth_month = asked.wish::date where person_id = asked.youth_id;
    for live in select id from contact where youth_id = asked.youth_id and ended_at is null order by post_id, id loop
      update contact set counts_until = of_counts_until where id = live;
    end loop;
  end if;
  update correction set answered_at = at, answered_by = app_person(), approved = approve, answer = why
  where id = of_correction;
  return true;
end
$$;

-- D9.9 The same for a concern.
create function answer_concern(of_concern uuid, of_sealed text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told concern;
begin
  select * into told from concern where id = of_concern;
  if told.id is null or told.org_id <> all (app_orgs()) or app_person() in (told.youth_id, told.cadre_id) then
    return null;
  end if;
  perform youth_lock(told.youth_id);
  select * into told from concern where id = of_concern;
  if told.dropped_at is not null then
    return null;
  end if;
  if told.answered_at is not null then
    return false;
  end if;
  update concern set answered_at = at, answered_by = app_person(), sealed_answer = of_sealed where id = of_concern;
  return true;
end
$$;

grant select on youth_field, correction, concern to youth_api;
grant insert on correction, concern to youth_api;
grant update (field, unit) on youth to youth_api;

revoke execute on function field_of_youth(), end_contacts(uuid[], timestamptz), app_orgs(), app_answers(uuid), concern_org(uuid), person_gone(uuid),
  app_ever_holders(), app_asking(), withdraw_consent(timestamptz), close_account(timestamptz),
  answer_correction(uuid, boolean, text, text, date, timestamptz), answer_concern(uuid, text, timestamptz) from public;
grant execute on function app_orgs(), app_answers(uuid), concern_org(uuid), person_gone(uuid), app_ever_holders(),
  app_asking(), withdraw_consent(timestamptz), close_account(timestamptz),
  answer_correction(uuid, boolean, text, text, date, timestamptz), answer_concern(uuid, text, timestamptz) to youth_api;
