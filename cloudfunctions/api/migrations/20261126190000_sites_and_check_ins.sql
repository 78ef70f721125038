-- "4+1" (D4): sites, check-ins at them, and the days that follow.
-- Whoever writes takes, in this order: the post, the invitation, the person, the site, check-ins by id, days by post and day.

create table site (
  id uuid primary key,
  org_id int not null references org (id),
  kind text not null check (kind in ('area', 'park', 'enterprise', 'socialOrg', 'servicePlatform')),
  name text not null,
  address text not null,
  search text not null,
  latitude double precision,
  longitude double precision,
  contact_id uuid references person (id),
  contact_since date,
  code_version int not null default 1,
  code_hash bytea not null unique,
  closed_from date,
  registered_at timestamptz not null,
  registered_by uuid not null references person (id),
  constraint a_position_has_both check ((latitude is null) = (longitude is null)),
  constraint a_contact_has_a_day check ((contact_id is null) = (contact_since is null))
);
comment on column site.search is 'pinyin, initials, name and address, lower case';
comment on column site.latitude is 'GCJ-02';
create unique index one_name_of_a_site_in_an_organisation on site (org_id, name);
create index on site (contact_id) where contact_id is not null;

-- What became of a site
create table site_change (
  id uuid primary key,
  site_id uuid not null references site (id),
  act text not null check (act in ('registered', 'edited', 'moved', 'closed', 'reopened', 'contact', 'contactEnded', 'code')),
  at timestamptz not null,
  by_id uuid not null references person (id),
  by_name text not null,
  was text,
  was_id uuid references person (id)
);
comment on column site_change.was is 'what it was called, whose it was, when it closed, who was its contact';
comment on column site_change.was_id is 'of whom it tells, where it tells of a person';
create index on site_change (site_id, at desc, id desc);
create index on site_change (by_id);
create index on site_change (was_id) where was_id is not null;

create table check_in (
  id uuid primary key,
  cadre_id uuid not null references person (id),
  post_id uuid not null,
  org_id int not null,
  site_id uuid not null references site (id),
  day date not null,
  clock text not null check (clock in ('step', 'arrival')),
  at timestamptz not null,
  state text not null check (state in ('confirmed', 'unconfirmed', 'refused')),
  because text check (because in ('late', 'standing', 'noCode', 'ownSite')),
  distance_m int check (distance_m >= 0),
  accuracy_m int check (accuracy_m >= 0),
  out_at timestamptz,
  asked_at timestamptz,
  answered_by uuid references person (id),
  answered_as text check (answered_as in ('contact', 'administrator')),
  answered_at timestamptz,
  reason text,
  undone_at timestamptz,
  foreign key (post_id, cadre_id, org_id) references post (id, person_id, org_id),
  constraint an_answer_is_somebodys check (
    (answered_by is null) = (answered_at is null) and (answered_by is null) = (answered_as is null)
  ),
  constraint a_refusal_is_answered check (state <> 'refused' or answered_by is not null),
  constraint what_waits_has_a_reason check (state <> 'unconfirmed' or because is not null),
  constraint nobody_answers_for_oneself check (answered_by <> cadre_id)
);
comment on column check_in.post_id is 'D10.4 the post that the cadre held on the day';
comment on column check_in.because is 'D4.2 why a code did not confirm it; null when one did';
comment on column check_in.distance_m is 'D9.6 of the phone from the site, and never where it was';
create unique index one_check_in_a_site_and_day on check_in (cadre_id, site_id, day) where undone_at is null;
create index on check_in (cadre_id, day desc, id desc) where undone_at is null;
create index on check_in (post_id, day) where undone_at is null;
create index on check_in (site_id, day) where undone_at is null;
create index check_in_visits on check_in (site_id, day) where state = 'confirmed' and undone_at is null;
create index check_in_waiting_at on check_in (site_id, day, id) where state = 'unconfirmed' and undone_at is null;
create index check_in_waiting_of on check_in (org_id, day, id) where state = 'unconfirmed' and undone_at is null;
create index check_in_undone on check_in (undone_at) where undone_at is not null;

-- A line about a day, for who wrote it and nobody else
create table check_in_line (
  check_in_id uuid primary key references check_in (id) on delete cascade,
  cadre_id uuid not null references person (id),
  line text not null
);
create index on check_in_line (cadre_id);

-- D9.2 Whether the phone's location may be looked at when checking in: the latest holds
create table location_choice (
  person_id uuid not null references person (id),
  at timestamptz not null,
  allowed boolean not null,
  primary key (person_id, at)
);

-- C18 One row a post and day, in the transaction of the check-in: several check-ins on one day are one day, and it
-- stands as the best of them.
create table grassroots_day (
  post_id uuid not null references post (id),
  cadre_id uuid not null references person (id),
  org_id int not null,
  day date not null,
  confirmed int not null check (confirmed >= 0),
  unconfirmed int not null check (unconfirmed >= 0),
  primary key (post_id, day)
);
create index on grassroots_day (cadre_id, day);
create index on grassroots_day (org_id, day);
comment on table grassroots_day is 'D4.2 how many check-ins of each kind a post has of a day; the day counts with one that is confirmed';

create function day_add(of_check_in check_in, n int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_check_in.undone_at is not null or of_check_in.state = 'refused' then
    return;
  end if;
  insert into grassroots_day (post_id, cadre_id, org_id, day, confirmed, unconfirmed)
  values (of_check_in.post_id, of_check_in.cadre_id, of_check_in.org_id, of_check_in.day, 0, 0)
  on conflict (post_id, day) do nothing;
  update grassroots_day set
    confirmed = confirmed + n * (of_check_in.state = 'confirmed')::int,
    unconfirmed = unconfirmed + n * (of_check_in.state = 'unconfirmed')::int
  where post_id = of_check_in.post_id and day = of_check_in.day;
end
$$;

create function day_of_check_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    perform day_add(old, -1);
  end if;
  perform day_add(new, 1);
  return new;
end
$$;
create trigger day_of_check_in after insert or update of state, day, post_id, undone_at on check_in
  for each row execute function day_of_check_in();

-- Invitations to be a site's contact -------------------------------------------------------------------------------------

alter table invitation
  add column site_id uuid references site (id),
  drop constraint invitation_kind_check,
  drop constraint invitation_check,
  add constraint invitation_kind_check check (kind in ('post', 'administrator', 'siteContact')),
  add constraint an_invitation_says_to_what check (
    case kind
      when 'post' then (name, service, in_establishment, leadership, title, from_day) is not null
      when 'siteContact' then (name, site_id) is not null
      else true
    end
  );
create index on invitation (site_id) where claimed_at is null and revoked_at is null;

-- The actor, who has just claimed an invitation, becomes the contact of its site. False when it has closed meanwhile.
create function take_site(of_invitation uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
  my_name text;
  of_site uuid;
  before uuid;
begin
  select name into my_name from person where id = me and closed_at is null for share;
  select s.id, s.contact_id into of_site, before from site s join invitation i on i.site_id = s.id
  where i.id = of_invitation and i.kind = 'siteContact' and i.claimed_by = me
    and (s.closed_from is null or app_day() < s.closed_from)
  for no key update of s;
  if my_name is null or of_site is null then
    return false;
  end if;
  if before is distinct from me then
    insert into site_change (id, site_id, act, at, by_id, by_name, was, was_id)
    values (gen_random_uuid(), of_site, 'contact', at, me, my_name, (select name from person where id = before), before);
    update site set contact_id = me, contact_since = app_day() where id = of_site;
  end if;
  return true;
end
$$;

-- D9.5 Whoever closes the account looks after no site any more.
create function leave_sites() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into site_change (id, site_id, act, at, by_id, by_name, was, was_id)
  select gen_random_uuid(), id, 'contactEnded', new.closed_at, new.id, new.name, new.name, new.id
  from site where contact_id = new.id;
  update site set contact_id = null, contact_since = null where contact_id = new.id;
  return new;
end
$$;
create trigger leave_sites after update of closed_at on person for each row
  when (old.closed_at is null and new.closed_at is not null) execute function leave_sites();

-- D9.5 What is left when a person is erased: which day, at which site, and whether it counted.
create function forget_days() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from check_in_line where cadre_id = new.id;
  delete from location_choice where person_id = new.id;
  update check_in set reason = null, distance_m = null, accuracy_m = null where cadre_id = new.id;
  update site_change set by_name = '' where by_id = new.id;
  update site_change set was = '' where was_id = new.id;
  return new;
end
$$;
create trigger forget_days after update of name on person for each row
  when (old.name <> '' and new.name = '') execute function forget_days();

-- Verdicts ---------------------------------------------------------------------------------------------------------------

-- The sites whose contact the actor is
create function app_sites() returns uuid[]
language plpgsql stable as $$
begin
  return (select coalesce(array_agg(id), '{}') from site where contact_id = app_person());
end
$$;

-- Who checked in, for the site's contact and who administers the cadre's organisation; null when there is nobody any more
create function visitor_name(of_check_in uuid) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select p.name from check_in c join person p on p.id = c.cadre_id join site s on s.id = c.site_id
    where c.id = of_check_in and p.closed_at is null and (
      s.contact_id = app_person()
      or exists (select from org o where o.id = c.org_id and o.path like any (app_scope()))
    )
  );
end
$$;

-- Who looks after a site, for who manages it
create function site_contact_name(of_site uuid) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select p.name from site s join person p on p.id = s.contact_id join org o on o.id = s.org_id
    where s.id = of_site and (s.contact_id = app_person() or o.path like any (app_scope()))
  );
end
$$;

-- How many cadres were at a site, each once a day, on days that count
create function site_visits(of_site uuid, since date) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select count(*)::int from check_in
    where site_id = of_site and day >= since and state = 'confirmed' and undone_at is null
  );
end
$$;

-- D8.2 The site's contact, or who administers the cadre's organisation, answers days that wait; never their own. How many
-- were answered now; -1 when one is the actor's own, -2 when one is not there for the actor.
create function answer_check_ins(ids uuid[], confirm boolean, why text, as_of timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
  scope text[] := app_scope();
  answered int;
begin
  perform from check_in where id = any (ids) order by id for no key update;
  if exists (select from check_in where id = any (ids) and cadre_id = me) then
    return -1;
  end if;
  if exists (
    select from unnest(ids) as wanted (id)
    where not exists (
      select from check_in c join site s on s.id = c.site_id join org o on o.id = c.org_id
      where c.id = wanted.id and c.undone_at is null and (s.contact_id = me or o.path like any (scope))
    )
  ) then
    return -2;
  end if;
  perform from grassroots_day
  where (post_id, day) in (select post_id, day from check_in where id = any (ids))
  order by post_id, day for no key update;
  update check_in c set
    state = case when confirm then 'confirmed' else 'refused' end,
    answered_by = me,
    answered_as = case when s.contact_id = me then 'contact' else 'administrator' end,
    answered_at = as_of,
    reason = case when confirm then null else why end
  from site s
  where c.id = any (ids) and c.state = 'unconfirmed' and s.id = c.site_id;
  get diagnostics answered = row_count;
  return answered;
end
$$;

-- Row-level security -----------------------------------------------------------------------------------------------------

alter table site enable row level security;
alter table site_change enable row level security;
alter table check_in enable row level security;
alter table check_in_line enable row level security;
alter table location_choice enable row level security;
alter table grassroots_day enable row level security;

-- Like the tree, sites are no secret: also who is invited to one sees what it is called.
create policy see on site for select using (
  (select app_person()) is not null or (select app_actor_key()) like 'a:%'
);
create policy make on site for insert with check (
  registered_by = (select app_person()) and contact_id is null and app_manages(org_id)
);
create policy manage on site for update using (app_manages(org_id)) with check (app_manages(org_id));
create policy look_after on site for update using (contact_id = (select app_person()))
  with check (contact_id = (select app_person()));

create policy see on site_change for select using (
  exists (select from site s where s.id = site_change.site_id and app_manages(s.org_id))
);
create policy make on site_change for insert with check (
  by_id = (select app_person())
  and exists (
    select from site s where s.id = site_change.site_id and (s.contact_id = (select app_person()) or app_manages(s.org_id))
  )
);

create policy own on check_in for select using (cadre_id = (select app_person()));
create policy at_site on check_in for select using (
  undone_at is null and site_id = any ((select app_sites())::uuid[])
);
create policy see_below on check_in for select using (
  undone_at is null
  and exists (select from org o where o.id = check_in.org_id and o.path like any ((select app_scope())::text[]))
);
create policy make on check_in for insert with check (
  cadre_id = (select app_person()) and answered_by is null and undone_at is null
);
create policy change on check_in for update using (cadre_id = (select app_person()) and undone_at is null)
  with check (cadre_id = (select app_person()));

create policy own on check_in_line using (cadre_id = (select app_person()))
  with check (
    cadre_id = (select app_person())
    and exists (select from check_in c where c.id = check_in_id and c.cadre_id = (select app_person()))
  );
create policy own on location_choice using (person_id = (select app_person()));

create policy own on grassroots_day for select using (cadre_id = (select app_person()));
create policy see_below on grassroots_day for select using (
  exists (select from org o where o.id = grassroots_day.org_id and o.path like any ((select app_scope())::text[]))
);

grant select, insert on site, site_change, check_in, location_choice to youth_api;
grant select, insert, update (line), delete on check_in_line to youth_api;
grant select on grassroots_day to youth_api;
grant update (org_id, kind, name, address, search, latitude, longitude, contact_id, contact_since, code_version, code_hash,
  closed_from) on site to youth_api;
grant update (state, because, clock, distance_m, accuracy_m, out_at, asked_at, answered_by, answered_as, answered_at, reason,
  undone_at) on check_in to youth_api;

revoke execute on function day_add(check_in, int), day_of_check_in(), take_site(uuid, timestamptz), leave_sites(),
  forget_days(), app_sites(), visitor_name(uuid), site_contact_name(uuid), site_visits(uuid, date),
  answer_check_ins(uuid[], boolean, text, timestamptz) from public;
grant execute on function take_site(uuid, timestamptz), app_sites(), visitor_name(uuid), site_contact_name(uuid),
  site_visits(uuid, date), answer_check_ins(uuid[], boolean, text, timestamptz) to youth_api;

-- D9.10 The same as in config/retention.ts
insert into retention (table_name, since, only_if, days, erase) values ('check_in', 'undone_at', 'true', 90, null);
