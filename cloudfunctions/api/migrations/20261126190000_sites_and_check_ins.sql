-- "4+1" (D4): sites, check-ins at them, and the days that follow.

create table site (
  id uuid primary key,
  org_id int not null references org (id),
  kind text not null check (kind in ('area', 'park', 'enterprise', 'socialOrg', 'servicePlatform')),
  name text not null,
  address text not null,
  search text not null,
  latitude double precision,
  longitude double precision,
  datum text not null default 'gcj02' check (datum in ('gcj02', 'wgs84')),
  contact_id uuid references person (id),
  contact_since date,
  code_version int not null default 1,
  closed_from date,
  registered_at timestamptz not null,
  registered_by uuid not null references person (id),
  check ((latitude is null) = (longitude is null)),
  check ((contact_id is null) = (contact_since is null))
);

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
  because text check (because in ('late', 'standing', 'noCode')),
  distance_m int check (distance_m >= 0),
  accuracy_m int check (accuracy_m >= 0),
  out_at timestamptz,
  line text,
  asked_at timestamptz,
  answered_by uuid references person (id),
  answered_as text check (answered_as in ('contact', 'administrator')),
  answered_at timestamptz,
  reason text,
  undone_at timestamptz,
  foreign key (post_id, cadre_id, org_id) references post (id, person_id, org_id)
);
create index on check_in (cadre_id, day desc, id desc) where undone_at is null;
create index on check_in (post_id, day) where undone_at is null;

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

alter table site enable row level security;
alter table check_in enable row level security;
alter table grassroots_day enable row level security;

create policy own on grassroots_day for select using (cadre_id = (select app_person()));
create policy see_below on grassroots_day for select using (
  exists (select from org o where o.id = grassroots_day.org_id and o.path like any ((select app_scope())::text[]))
);
grant select on grassroots_day to youth_api;

revoke execute on function day_add(check_in, int), day_of_check_in() from public;
