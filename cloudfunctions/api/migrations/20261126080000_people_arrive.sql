-- How people come in and go: invitations, applications, administrators, approvals, and the tree itself (D1, D9.3).
-- Whoever writes here is an administrator of the organisation or above, or somebody about themselves.

-- D10.4 what is ended on its first day has an empty span: it stays in the books and holds on no day
alter table post drop constraint post_check, add check (until_day >= from_day);
alter table administrator drop constraint administrator_check, add check (until_day >= from_day);
alter table minor_approval drop constraint minor_approval_check, add check (until_day >= from_day);

alter table org
  add column search text not null default '',
  add column made_by uuid references person (id),
  add column renamed_by uuid references person (id),
  add column renamed_at timestamptz;
comment on column org.search is 'pinyin, initials, short and whole name, lower case';
create unique index one_name_among_siblings on org (parent_id, name);
create unique index one_short_name_among_siblings on org (parent_id, short_name);

alter table post
  add column appointed_by uuid references person (id),
  add column ended_by uuid references person (id),
  add column ended_at timestamptz;
alter table administrator
  add column id uuid not null default gen_random_uuid() unique,
  add column made_by uuid references person (id),
  add column made_at timestamptz,
  add column ended_by uuid references person (id),
  add column ended_at timestamptz;
create index on administrator (org_id);
alter table minor_approval
  add column approved_at timestamptz,
  add column ended_by uuid references person (id),
  add column ended_at timestamptz;

-- C6 one post at a time, so one who is invited is asked once; the secret itself is with the invited alone
create table invitation (
  id uuid primary key,
  hash bytea not null unique,
  kind text not null check (kind in ('post', 'administrator')),
  org_id int not null references org (id),
  name text,
  service text check (service in ('fullTime', 'seconded', 'partTime')),
  in_establishment boolean,
  leadership boolean,
  title text,
  from_day date,
  made_by uuid references person (id),
  made_by_name text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  claimed_by uuid references person (id),
  claimed_at timestamptz,
  revoked_by uuid references person (id),
  revoked_at timestamptz,
  check (
    kind = 'administrator'
    or (name, service, in_establishment, leadership, title, from_day) is not null
  ),
  check ((claimed_by is null) = (claimed_at is null)),
  check (claimed_at is null or revoked_at is null)
);
comment on column invitation.name is 'null of the very first one, whose name nobody knows yet';
comment on column invitation.made_by is 'null of the very first one';
create index on invitation (org_id, made_at desc, id desc) where claimed_at is null and revoked_at is null;
create index on invitation (claimed_by);

create table application (
  id uuid primary key,
  person_id uuid not null references person (id),
  org_id int not null references org (id),
  service text not null check (service in ('fullTime', 'seconded', 'partTime')),
  title text not null,
  made_at timestamptz not null,
  due_day date not null,
  answer text check (answer in ('approved', 'refused', 'withdrawn')),
  reason text,
  answered_by uuid references person (id),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'refused' or reason is not null)
);
create unique index one_open_application on application (person_id) where answered_at is null;
create index on application (person_id, made_at desc);
create index on application (org_id, made_at, id) where answered_at is null;

-- What is claimed, withdrawn or answered stays as it is, whoever comes.
create function settled() returns trigger language plpgsql as $$
begin
  raise exception 'this is settled' using errcode = 'insufficient_privilege';
end
$$;
create trigger settled before update of hash, claimed_by, claimed_at, revoked_by, revoked_at on invitation for each row
  when (old.claimed_at is not null or old.revoked_at is not null) execute function settled();
create trigger settled before update on application for each row
  when (old.answered_at is not null) execute function settled();

-- Who is asking -----------------------------------------------------------------------------------------------------

-- the invitation whose secret the actor has just shown
create function app_invitation() returns bytea language sql stable as
  $$ select decode(nullif(current_setting('app.invitation', true), ''), 'hex') $$;

-- D1.5 whether somebody still administers an organisation: what was promised in the name of a right ends with it
create function still_manages(of_person uuid, of_org int, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from administrator a join org root on root.id = a.org_id join org o on o.id = of_org
    where a.person_id = of_person and a.from_day <= on_day and (a.until_day is null or on_day < a.until_day)
      and o.path like root.path || '%'
  )
$$;
revoke execute on function still_manages(uuid, int, date) from public;
grant execute on function still_manages(uuid, int, date) to youth_api;

-- Nobody who has closed the account is given a post or a right; who closes it meanwhile is waited for.
create function is_here() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone_at timestamptz;
begin
  select closed_at into gone_at from person where id = new.person_id for share;
  if gone_at is not null then
    raise exception 'the account is closed' using errcode = 'serialization_failure';
  end if;
  return new;
end
$$;
revoke execute on function is_here() from public;
create trigger is_here before insert on post for each row execute function is_here();
create trigger is_here before insert on administrator for each row execute function is_here();

-- D1.5 whether the actor administers an organisation today, itself or from above
create function app_manages(of_org int) returns boolean
language plpgsql stable as $$
begin
  return exists (select from org where id = of_org and path like any (app_scope()));
end
$$;

-- D1.5 whether somebody holds or has held a post that the actor administers today, is an administrator there, or has
-- asked to come in
create or replace function app_administers(of_person uuid) returns boolean
language plpgsql stable as $$
declare
  scope text[] := app_scope();
begin
  return scope <> '{}' and (
    exists (select from post p join org o on o.id = p.org_id where p.person_id = of_person and o.path like any (scope))
    or exists (
      select from administrator a join org o on o.id = a.org_id
      where a.person_id = of_person and o.path like any (scope)
    )
    or exists (
      select from application a join org o on o.id = a.org_id
      where a.person_id = of_person and a.answered_at is null and o.path like any (scope)
    )
  );
end
$$;

-- Row-level security ------------------------------------------------------------------------------------------------

alter table invitation enable row level security;
alter table application enable row level security;

-- The tree is no secret: who comes in with an account looks for their own organisation in it.
alter policy see on org using ((select app_person()) is not null or (select app_actor_key()) like 'a:%');
create policy make on org for insert with check (path like any ((select app_scope())::text[]));
create policy rename on org for update using (path like any ((select app_scope())::text[]));
create policy make on leading_organ for insert with check (app_manages(org_id));

create policy see on invitation for select using (
  hash = (select app_invitation())
  or claimed_by = (select app_person())
  or exists (select from org o where o.id = invitation.org_id and o.path like any ((select app_scope())::text[]))
);
create policy make on invitation for insert with check (made_by = (select app_person()) and app_manages(org_id));
create policy claim on invitation for update
  using (hash = (select app_invitation()))
  with check (claimed_by = (select app_person()));
create policy manage on invitation for update
  using (exists (select from org o where o.id = invitation.org_id and o.path like any ((select app_scope())::text[])))
  with check (claimed_by is null and app_manages(org_id));

create policy claim on post for insert with check (
  person_id = (select app_person())
  and exists (
    select from invitation i
    where i.claimed_by = post.person_id and i.kind = 'post' and i.org_id = post.org_id and i.service = post.service
      and i.in_establishment = post.in_establishment and i.leadership = post.leadership and i.title = post.title
      and i.from_day = post.from_day and i.made_by = post.appointed_by
  )
);
create policy appoint on post for insert with check (appointed_by = (select app_person()) and app_manages(org_id));
create policy finish on post for update using (
  exists (select from org o where o.id = post.org_id and o.path like any ((select app_scope())::text[]))
) with check (ended_by = (select app_person()));

create policy see on administrator for select using (
  exists (select from org o where o.id = administrator.org_id and o.path like any ((select app_scope())::text[]))
);
create policy claim on administrator for insert with check (
  person_id = (select app_person())
  and exists (
    select from invitation i
    where i.claimed_by = administrator.person_id and i.kind = 'administrator' and i.org_id = administrator.org_id
  )
);
create policy make on administrator for insert with check (made_by = (select app_person()) and app_manages(org_id));
create policy finish on administrator for update using (
  exists (select from org o where o.id = administrator.org_id and o.path like any ((select app_scope())::text[]))
) with check (ended_by = (select app_person()));

create policy own on minor_approval for select using (cadre_id = (select app_person()));
create policy see on minor_approval for select using (app_administers(cadre_id));
create policy make on minor_approval for insert with check (
  approved_by = (select app_person()) and cadre_id <> (select app_person()) and app_administers(cadre_id)
);
create policy finish on minor_approval for update using (app_administers(cadre_id))
  with check (ended_by = (select app_person()));

create policy own on application for select using (person_id = (select app_person()));
create policy see on application for select using (
  exists (select from org o where o.id = application.org_id and o.path like any ((select app_scope())::text[]))
);
create policy make on application for insert with check (person_id = (select app_person()) and answer is null);
create policy withdraw on application for update using (person_id = (select app_person()))
  with check (answer = 'withdrawn' and answered_by = (select app_person()));
create policy answer on application for update
  using (exists (select from org o where o.id = application.org_id and o.path like any ((select app_scope())::text[])))
  with check (answered_by = (select app_person()) and app_manages(org_id));

grant select on minor_approval, invitation, application to youth_api;
grant insert on org, leading_organ, post, administrator, minor_approval, invitation, application to youth_api;
grant update (name, short_name, place, search, renamed_by, renamed_at) on org to youth_api;
grant update (until_day, ended_by, ended_at) on post, administrator, minor_approval to youth_api;
grant update (hash, claimed_by, claimed_at, revoked_by, revoked_at) on invitation to youth_api;
grant update (answer, reason, answered_by, answered_at) on application to youth_api;

revoke execute on function settled(), app_invitation(), app_manages(int) from public;
grant execute on function app_invitation(), app_manages(int) to youth_api;
