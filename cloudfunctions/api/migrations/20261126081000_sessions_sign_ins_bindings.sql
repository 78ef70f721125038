-- Sessions say where they are and end when nobody uses them; a desktop signs in by a phone; a new WeChat account (C7).

-- Sessions ----------------------------------------------------------------------------------------------------------

alter table session
  add column id uuid not null default gen_random_uuid() unique,
  add column device text not null default '',
  add column idle_days int not null default 3,
  add column last_seen_at timestamptz not null default now();
comment on column session.id is 'names a session to its person; the hash stays inside';
comment on column session.last_seen_at is 'to the hour: a call writes it only when it is older than that';

-- Whose session it is, unless it was ended, is too old, or nobody has used it for too long. It notes that it was used,
-- at most once an hour, in the statement that asks anyway.
create or replace function session_person(of_token bytea, at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  found_person uuid;
  seen timestamptz;
begin
  select s.person_id, s.last_seen_at into found_person, seen
  from session s join person p on p.id = s.person_id
  where s.token_hash = of_token and s.ended_at is null and p.closed_at is null
    and at < s.expires_at and at < s.last_seen_at + make_interval(days => s.idle_days);
  if seen <= at - interval '1 hour' then
    update session set last_seen_at = at
    where token_hash = of_token and ended_at is null and last_seen_at <= at - interval '1 hour';
  end if;
  return found_person;
end
$$;

-- Sign-ins by a phone -------------------------------------------------------------------------------------------------
-- Both the code and the browser's secret are kept as hashes. Who shows one of them sees its row, and no other.

create table sign_in (
  id uuid primary key,
  code_hash bytea not null unique,
  secret_hash bytea not null unique,
  device text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  seen_by uuid references person (id),
  answer text check (answer in ('approved', 'refused')),
  answered_by uuid references person (id),
  answered_at timestamptz,
  finished_at timestamptz,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (finished_at is null or answer = 'approved')
);
create index on sign_in (expires_at);
create index on sign_in (answered_by) where finished_at is null;

create function app_shown() returns bytea language sql stable as
  $$ select decode(nullif(current_setting('app.shown', true), ''), 'hex') $$;

alter table sign_in enable row level security;
create policy see on sign_in for select using (
  code_hash = (select app_shown()) or secret_hash = (select app_shown())
);
create policy ask on sign_in for insert with check (answer is null and seen_by is null and finished_at is null);
create policy answer on sign_in for update
  using (code_hash = (select app_shown()) or secret_hash = (select app_shown()))
  with check (answered_by is null or answered_by = (select app_person()));

grant select, insert on sign_in to youth_api;
grant update (seen_by, answer, answered_by, answered_at, finished_at) on sign_in to youth_api;

-- A sign-in is worth nothing after its minute; a while later it is gone.
create function sign_ins_forget(before timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from sign_in where expires_at < before
$$;

-- A new WeChat account (C7) -------------------------------------------------------------------------------------------

create table former_account (
  app_id text not null,
  openid text not null,
  person_id uuid not null references person (id),
  until_at timestamptz not null,
  approved_by uuid not null references person (id)
);
create index on former_account (person_id);
comment on table former_account is 'C7 the WeChat accounts that were somebody''s, until when, and who let them be replaced';

create table binding (
  id uuid primary key,
  account_key text not null,
  sealed_account text,
  name text,
  birth_month date check (extract(day from birth_month) = 1),
  note text,
  org_id int not null references org (id),
  asked_at timestamptz not null,
  due_on date not null,
  answer text check (answer in ('approved', 'refused')),
  answered_by uuid references person (id),
  answered_at timestamptz,
  reason text,
  person_id uuid references person (id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((answer = 'approved') = (person_id is not null)),
  constraint answered_knows_no_asker
    check (answer is null or coalesce(sealed_account, name, note, birth_month::text) is null)
);
create unique index one_open_binding on binding (account_key) where answer is null;
create index on binding (account_key, asked_at desc);
create index on binding (org_id, asked_at, id) where answer is null;
comment on column binding.sealed_account is 'D9.6 what the asker said of themselves goes with the answer';

create index on person (name);

-- D1.5 whether the actor administers this organisation or one above it today
create function app_administers_org(of_org int) returns boolean
language plpgsql stable as $$
begin
  return exists (select from org where id = of_org and path like any (app_scope()));
end
$$;

alter table former_account enable row level security;
alter table binding enable row level security;
create policy own on binding for select using (account_key = (select app_actor_key()));
create policy ask on binding for insert with check (
  account_key = (select app_actor_key()) and answer is null and (select app_person()) is null
);
create policy judge on binding for select using ((select app_person()) is not null and app_administers_org(org_id));
create policy answer on binding for update
  using (app_administers_org(org_id))
  with check (answered_by = (select app_person()));

grant select, insert on binding to youth_api;
grant update (sealed_account, name, birth_month, note, answer, answered_by, answered_at, reason, person_id) on binding to youth_api;

-- C7, D1.5 Who may be meant by an asking: of that very name, within the scope of who judges, and nothing to anybody
-- outside of it; never the judge. Ids and least facts, as JSON; the month of birth only as a yes or no.
create function binding_candidates(of_binding uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  asked record;
  scope text[] := app_scope();
begin
  select b.name, b.birth_month into asked
  from binding b join org o on o.id = b.org_id
  where b.id = of_binding and b.answer is null and o.path like any (scope);
  if not found then return '{}'; end if;
  return (
    select coalesce(array_agg(facts order by (post is null), id), '{}') from (
      select p.id, post.orgName as post, json_build_object(
        'personId', p.id,
        'post', case when post.orgName is not null then json_build_object('orgName', post.orgName, 'title', post.title) end,
        'youth', case when y.person_id is not null then json_build_object('field', y.field, 'unit', y.unit) end,
        'holder', case when held.name is not null then json_build_object('name', held.name, 'orgName', held.orgName) end,
        'bornAsSaid', case when asked.birth_month is null or y.birth_month is null then null
          else asked.birth_month = y.birth_month end
      )::text as facts
      from person p
      left join youth y on y.person_id = p.id
      left join lateral (
        select o.short_name as orgName, t.title from post t join org o on o.id = t.org_id
        where t.person_id = p.id and t.from_day <= app_day() and (t.until_day is null or app_day() < t.until_day)
          and o.path like any (scope)
      ) post on true
      left join lateral (
        select c.name, o.short_name as orgName
        from contact k join person c on c.id = k.cadre_id join org o on o.id = k.org_id
        where k.youth_id = p.id and k.ended_at is null and o.path like any (scope)
        order by k.started_at, k.id limit 1
      ) held on true
      where p.name = asked.name and p.closed_at is null and p.id <> app_person()
        and not exists (
          select from post t join org o on o.id = t.org_id
          where t.person_id = p.id and not o.path like any (scope)
            and t.from_day <= app_day() and (t.until_day is null or app_day() < t.until_day)
        )
        and not exists (
          select from administrator a join org o on o.id = a.org_id
          where a.person_id = p.id and not o.path like any (scope)
            and a.from_day <= app_day() and (a.until_day is null or app_day() < a.until_day)
        )
        and (
          post.orgName is not null or held.name is not null
          or exists (
            select from administrator a
            where a.person_id = p.id and a.from_day <= app_day() and (a.until_day is null or app_day() < a.until_day)
          )
        )
      limit 20
    ) candidates
  );
end
$$;

-- C7 the account becomes the person's instead of the one before; all that was signed in by that one ends. False when
-- the account is somebody's already.
create function account_rebind(of_binding uuid, of_person uuid, of_app text, of_openid text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('account ' || of_person, 0));
  if not exists (
    select from unnest(binding_candidates(of_binding)) as facts where (facts::json ->> 'personId')::uuid = of_person
  ) then
    raise exception 'not one who may be meant' using errcode = '42501';
  end if;
  begin
    with before as (delete from account where person_id = of_person and app_id = of_app returning *)
    insert into former_account (app_id, openid, person_id, until_at, approved_by)
    select app_id, openid, person_id, at, app_person() from before;
    insert into account (app_id, openid, person_id) values (of_app, of_openid, of_person);
  exception when unique_violation then
    return false;
  end;
  update sign_in set answer = 'refused' where answered_by = of_person and answer = 'approved' and finished_at is null;
  update session set ended_at = at where person_id = of_person and ended_at is null;
  return true;
end
$$;

-- C7 The person of an account who signs in, held until the transaction ends: whoever replaces the account waits for it,
-- and ends the session that came of it.
create function account_signs_in(of_app text, of_openid text) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  found_person uuid := account_person(of_app, of_openid);
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('account ' || found_person, 0));
  return account_person(of_app, of_openid);
end
$$;

-- C7 the same for who acts already: whether by this session, or this account, it is still that person
create function still_signed_in(of_person uuid, of_token bytea, of_app text, of_openid text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('account ' || of_person, 0));
  return coalesce(
    of_person = case when of_token is null then account_person(of_app, of_openid) else session_person(of_token, at) end,
    false
  );
end
$$;

revoke execute on function app_shown(), app_administers_org(int), sign_ins_forget(timestamptz), binding_candidates(uuid),
  account_rebind(uuid, uuid, text, text, timestamptz), account_signs_in(text, text),
  still_signed_in(uuid, bytea, text, text, timestamptz) from public;
grant execute on function app_shown(), app_administers_org(int), sign_ins_forget(timestamptz), binding_candidates(uuid),
  account_rebind(uuid, uuid, text, text, timestamptz), account_signs_in(text, text),
  still_signed_in(uuid, bytea, text, text, timestamptz) to youth_api;
