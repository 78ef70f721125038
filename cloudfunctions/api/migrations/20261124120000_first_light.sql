-- First light: people, posts, contacts, and who may see what.
-- Row-level security repeats D1.5 and D9.4 beneath the procedures. The functions' role `youth_api` owns nothing.

create extension if not exists btree_gist;

do $$
begin
  if not exists (select from pg_roles where rolname = 'youth_api') then
    create role youth_api login;
  end if;
end
$$;

-- Organisations (D1.2) -------------------------------------------------------------------------------------------

create table org (
  id int generated always as identity primary key,
  parent_id int references org (id),
  name text not null,
  short_name text not null,
  place text not null,
  level text not null check (level in ('province', 'city', 'unit', 'county', 'township', 'branch')),
  path text not null unique
);
create index on org (parent_id);
create index on org (path text_pattern_ops);
comment on column org.place is 'D2.4 what stands in the name in the open, e.g. 佛山';
comment on column org.path is 'ids from the root, /1/23/456/: the subtree is the prefix (D1.5)';

create function org_path() returns trigger language plpgsql as $$
begin
  new.path := coalesce((select path from org where id = new.parent_id), '/') || new.id || '/';
  return new;
end
$$;
create trigger org_path before insert on org for each row execute function org_path();

-- D1.2 a dated flag: League committees of province, city and county, and those acting for the province over a sector
create table leading_organ (
  org_id int not null references org (id),
  from_day date not null,
  until_day date,
  check (until_day > from_day),
  exclude using gist (org_id with =, daterange(from_day, until_day) with &&)
);

-- People ---------------------------------------------------------------------------------------------------------

create table person (
  id uuid primary key,
  name text not null,
  search text not null,
  created_at timestamptz not null,
  closed_at timestamptz
);
comment on column person.search is 'pinyin, initials and name, lower case: also the order of names';

create table account (
  app_id text not null,
  openid text not null,
  person_id uuid not null references person (id),
  primary key (app_id, openid),
  unique (person_id, app_id)
);

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index on session (person_id);

create table youth (
  person_id uuid primary key references person (id),
  birth_month date not null check (extract(day from birth_month) = 1),
  field text not null check (field in ('enterprise', 'rural', 'government', 'school', 'community', 'socialOrg', 'newMedia')),
  unit text,
  registered_at timestamptz not null
);

-- D1.1, C6 one organisation at a time; D10.4 dated
create table post (
  id uuid primary key,
  person_id uuid not null references person (id),
  org_id int not null references org (id),
  service text not null check (service in ('fullTime', 'seconded', 'partTime')),
  in_establishment boolean not null,
  leadership boolean not null,
  title text not null,
  from_day date not null,
  until_day date,
  check (until_day > from_day),
  unique (id, person_id, org_id),
  constraint one_post_at_a_time exclude using gist (person_id with =, daterange(from_day, until_day) with &&)
);
create index on post (person_id);
create index on post (org_id);

create table administrator (
  person_id uuid not null references person (id),
  org_id int not null references org (id),
  from_day date not null,
  until_day date,
  check (until_day > from_day),
  exclude using gist (person_id with =, org_id with =, daterange(from_day, until_day) with &&)
);

-- D9.3 given once for the cadre, by date
create table minor_approval (
  cadre_id uuid not null references person (id),
  from_day date not null,
  until_day date,
  approved_by uuid not null references person (id),
  check (until_day > from_day),
  exclude using gist (cadre_id with =, daterange(from_day, until_day) with &&)
);

create table consent (
  person_id uuid not null references person (id),
  version int not null,
  agreed_at timestamptz not null,
  primary key (person_id, version)
);

-- D2.4; D9.7 the value is sealed
create table channel (
  person_id uuid not null references person (id),
  kind text not null check (kind in ('wechat', 'qq', 'weibo', 'phone')),
  circle text not null check (circle in ('contacts', 'organisation', 'everybody')),
  sealed text not null,
  primary key (person_id, kind)
);

-- Contacts (D2) --------------------------------------------------------------------------------------------------

create table code (
  hash bytea primary key,
  kind text not null check (kind in ('youth', 'cadre')),
  person_id uuid not null references person (id),
  version int not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create unique index on code (person_id, kind) where revoked_at is null;

create table contact (
  id uuid primary key,
  cadre_id uuid not null references person (id),
  youth_id uuid not null references youth (person_id),
  post_id uuid not null,
  org_id int not null,
  field text not null,
  started_by text not null check (started_by in ('cadre', 'youth')),
  started_at timestamptz not null,
  counts_until date not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('undone', 'left')),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at >= started_at),
  foreign key (post_id, cadre_id, org_id) references post (id, person_id, org_id),
  constraint nobody_holds_oneself check (cadre_id <> youth_id)
);
comment on column contact.counts_until is 'D1.3 the first day on which it no longer counts; reads subtract what has come due';
create unique index one_live_contact on contact (cadre_id, youth_id) where ended_at is null;
create index on contact (youth_id) where ended_at is null;
create index on contact (cadre_id, started_at desc, id desc) where ended_at is null;
create index on contact (post_id, counts_until) where ended_at is null;
create index on contact (org_id, counts_until) where ended_at is null;

-- each (scanner, person, step) once
create table code_use (
  scanner_id uuid not null references person (id),
  person_id uuid not null references person (id),
  step bigint not null,
  used_at timestamptz not null,
  primary key (scanner_id, person_id, step)
);

-- D9.9
create table block (
  youth_id uuid not null references person (id),
  cadre_id uuid not null references person (id),
  created_at timestamptz not null,
  primary key (youth_id, cadre_id)
);

-- Stock: what a post holds, by field, in the transaction of the contact. Those over 35 are in, reads subtract them.
create table stock (
  post_id uuid primary key references post (id),
  org_id int not null references org (id),
  held int not null default 0 check (held >= 0),
  enterprise int not null default 0 check (enterprise >= 0),
  rural int not null default 0 check (rural >= 0),
  government int not null default 0 check (government >= 0),
  school int not null default 0 check (school >= 0),
  community int not null default 0 check (community >= 0),
  social_org int not null default 0 check (social_org >= 0),
  new_media int not null default 0 check (new_media >= 0)
);
create index on stock (org_id);

create function stock_of_post() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stock (post_id, org_id) values (new.id, new.org_id);
  return new;
end
$$;
create trigger stock_of_post after insert on post for each row execute function stock_of_post();

create function stock_add(of_post uuid, of_field text, n int) returns void
language sql security definer set search_path = public, pg_temp as $$
  update stock set
    held = held + n,
    enterprise = enterprise + n * (of_field = 'enterprise')::int,
    rural = rural + n * (of_field = 'rural')::int,
    government = government + n * (of_field = 'government')::int,
    school = school + n * (of_field = 'school')::int,
    community = community + n * (of_field = 'community')::int,
    social_org = social_org + n * (of_field = 'socialOrg')::int,
    new_media = new_media + n * (of_field = 'newMedia')::int
  where post_id = of_post
$$;

create function stock_of_contact() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null then
    perform stock_add(old.post_id, old.field, -1);
  end if;
  if new.ended_at is null then
    perform stock_add(new.post_id, new.field, 1);
  end if;
  return new;
end
$$;
create trigger stock_of_contact after insert or update of post_id, field, ended_at on contact
  for each row execute function stock_of_contact();

-- Requests (idempotency), looks (D9.8), limits ---------------------------------------------------------------------

create table request (
  actor_key text not null,
  operation text not null,
  request_id uuid not null,
  input_hash bytea not null,
  outcome jsonb,
  created_at timestamptz not null,
  primary key (actor_key, operation, request_id)
);
create index on request (created_at);

create table access_log (
  id bigint generated always as identity primary key,
  viewer_id uuid not null references person (id),
  viewer_name text not null,
  capacity text not null,
  subject_id uuid not null references person (id),
  look text not null check (look in ('scan', 'details', 'list')),
  at timestamptz not null
);
create index on access_log (subject_id, at desc);

create unlogged table rate_limit (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);

-- Who is asking -----------------------------------------------------------------------------------------------------
-- After a first transaction a setting is '' and not null, hence nullif. No actor sees nothing.

create function app_person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_day() returns date language sql stable as
  $$ select nullif(current_setting('app.day', true), '')::date $$;
-- the person whose code the actor has just shown to be looking at
create function app_presented() returns uuid language sql stable as
  $$ select nullif(current_setting('app.presented', true), '')::uuid $$;
create function app_actor_key() returns text language sql stable as
  $$ select nullif(current_setting('app.actor_key', true), '') $$;

-- D1.5 the subtrees that the actor administers today, as patterns of org.path
create function app_scope() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(o.path || '%'), '{}')
  from administrator a join org o on o.id = a.org_id
  where a.person_id = app_person() and a.from_day <= app_day() and (a.until_day is null or app_day() < a.until_day)
$$;

-- The posts of today, with what the rules ask of them. Slices meet here.
create view current_post with (security_invoker = true) as
  select p.id, p.person_id, p.org_id, p.service, p.in_establishment, p.leadership, p.title, p.from_day,
    o.name as org_name, o.short_name as org_short_name, o.place, o.level, o.path,
    exists (
      select from leading_organ l
      where l.org_id = o.id and l.from_day <= app_day() and (l.until_day is null or app_day() < l.until_day)
    ) as leading_organ
  from post p join org o on o.id = p.org_id
  where p.from_day <= app_day() and (p.until_day is null or app_day() < p.until_day);

-- Facts that cross scopes: a verdict or a number, never a row.

create function session_person(of_token bytea, at timestamptz) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select s.person_id from session s join person p on p.id = s.person_id
  where s.token_hash = of_token and s.ended_at is null and at < s.expires_at and p.closed_at is null
$$;

create function account_person(of_app text, of_openid text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.person_id from account a join person p on p.id = a.person_id
  where a.app_id = of_app and a.openid = of_openid and p.closed_at is null
$$;

create function code_person(of_kind text, of_hash bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select person_id from code where kind = of_kind and hash = of_hash and revoked_at is null
$$;

create function youth_holders(of_youth uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from contact where youth_id = of_youth and ended_at is null
$$;

-- D2.2, C4 takes the youth's row, then counts: whoever comes second counts what the first has written
create function youth_lock(of_youth uuid) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from youth where person_id = of_youth for update;
  return youth_holders(of_youth);
end
$$;

-- D9.1 the youth has agreed to this version of the notice, or to a later one
create function youth_agreed(of_youth uuid, of_version int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from consent where person_id = of_youth and version >= of_version)
$$;

create function youth_blocks(of_youth uuid, of_cadre uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from block where youth_id = of_youth and cadre_id = of_cadre)
$$;

create function minor_approved(of_cadre uuid, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from minor_approval
    where cadre_id = of_cadre and from_day <= on_day and (until_day is null or on_day < until_day)
  )
$$;

-- Row-level security ---------------------------------------------------------------------------------------------

alter table org enable row level security;
alter table leading_organ enable row level security;
alter table person enable row level security;
alter table account enable row level security;
alter table session enable row level security;
alter table youth enable row level security;
alter table post enable row level security;
alter table administrator enable row level security;
alter table minor_approval enable row level security;
alter table consent enable row level security;
alter table channel enable row level security;
alter table code enable row level security;
alter table contact enable row level security;
alter table code_use enable row level security;
alter table block enable row level security;
alter table stock enable row level security;
alter table request enable row level security;
alter table access_log enable row level security;
alter table rate_limit enable row level security;

-- The arrows between policies run one way: person, youth, channel → post → contact → org.

create policy see on org for select using ((select app_person()) is not null);
create policy see on leading_organ for select using ((select app_person()) is not null);

create policy see on contact for select using (
  cadre_id = (select app_person())
  or youth_id = (select app_person())
  or (ended_at is null and exists (select from org o where o.id = contact.org_id and o.path like any ((select app_scope())::text[])))
);
create policy make on contact for insert with check (
  cadre_id = (select app_person()) or youth_id = (select app_person())
);
create policy finish on contact for update using (
  cadre_id = (select app_person()) or youth_id = (select app_person())
);

create policy see on post for select using (
  person_id = (select app_person())
  or person_id = (select app_presented())
  or exists (
    select from contact c
    where c.cadre_id = post.person_id and c.youth_id = (select app_person()) and c.ended_at is null
  )
  or exists (select from org o where o.id = post.org_id and o.path like any ((select app_scope())::text[]))
);

create policy see on stock for select using (
  exists (select from post p where p.id = stock.post_id and p.person_id = (select app_person()))
  or exists (select from org o where o.id = stock.org_id and o.path like any ((select app_scope())::text[]))
);

create policy see on youth for select using (
  person_id = (select app_person())
  or person_id = (select app_presented())
  or exists (
    select from contact c
    where c.youth_id = youth.person_id and c.cadre_id = (select app_person()) and c.ended_at is null
  )
);
create policy make on youth for insert with check (person_id = (select app_person()));

-- D9.5 who has closed the account is gone from everybody's screens
create policy see on person for select using (
  closed_at is null
  and (
    id = (select app_person())
    or id = (select app_presented())
    or exists (
      select from contact c
      where c.youth_id = person.id and c.cadre_id = (select app_person()) and c.ended_at is null
    )
    or exists (select from post p where p.person_id = person.id)
    or exists (select from block b where b.cadre_id = person.id and b.youth_id = (select app_person()))
  )
);
create policy make on person for insert with check (id = (select app_person()));

create policy see on channel for select using (
  person_id = (select app_person())
  or exists (
    select from contact c
    where c.cadre_id = channel.person_id and c.youth_id = (select app_person()) and c.ended_at is null
  )
);
create policy make on channel for insert with check (person_id = (select app_person()));
create policy change on channel for update using (person_id = (select app_person()));
create policy clear on channel for delete using (person_id = (select app_person()));

create policy own on account using (person_id = (select app_person()));
create policy own on session using (person_id = (select app_person()));
create policy own on administrator for select using (person_id = (select app_person()));
create policy own on consent using (person_id = (select app_person()));
create policy own on code using (person_id = (select app_person()));
create policy own on code_use using (scanner_id = (select app_person()));
create policy own on block using (youth_id = (select app_person()));
create policy own on request using (actor_key = (select app_actor_key()));
create policy own on access_log for select using (subject_id = (select app_person()));
create policy add on access_log for insert with check (viewer_id = (select app_person()));
create policy count on rate_limit using (true);

grant usage on schema public to youth_api;
grant select on current_post, org, leading_organ, person, account, session, youth, post, administrator, consent, channel, code,
  contact, code_use, block, stock, request, access_log, rate_limit to youth_api;
grant insert on person, account, session, youth, consent, channel, code, contact, code_use, block, request, access_log,
  rate_limit to youth_api;
grant update (ended_at, ended_by) on contact to youth_api;
grant update (ended_at) on session to youth_api;
grant update (revoked_at) on code to youth_api;
grant update (circle, sealed) on channel to youth_api;
grant update (outcome) on request to youth_api;
grant update on rate_limit to youth_api;
grant delete on channel, block, rate_limit to youth_api;

revoke execute on all functions in schema public from public;
grant execute on function app_person(), app_day(), app_presented(), app_actor_key(), app_scope(),
  session_person(bytea, timestamptz), account_person(text, text), code_person(text, bytea),
  youth_holders(uuid), youth_lock(uuid), youth_agreed(uuid, int), youth_blocks(uuid, uuid), minor_approved(uuid, date) to youth_api;
