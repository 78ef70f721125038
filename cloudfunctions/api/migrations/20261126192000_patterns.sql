-- D4.2 What looks odd in check-ins is asked about: the cadre first, then, with the answer, the organisation.

alter table check_in add column step bigint;
comment on column check_in.step is 'D4.2 of the live code; null without one';
grant update (step) on check_in to youth_api;
create index check_in_of_day on check_in (day) where undone_at is null;

create table pattern (
  id uuid primary key,
  kind text not null check (kind in ('sameStep', 'together', 'tooFar')),
  cadre_id uuid not null references person (id),
  org_id int not null references org (id),
  day date not null,
  figure int not null check (figure >= 0),
  check_in_ids uuid[] not null,
  found_at timestamptz not null,
  until_day date not null,
  explanation text check (explanation in ('together', 'positionWrong', 'codePassedOn', 'mistake', 'other')),
  explained_at timestamptz,
  check ((explanation is null) = (explained_at is null)),
  unique (cadre_id, day, kind)
);
comment on column pattern.until_day is 'the last day on which the organisation does not see it unexplained';
create index on pattern (cadre_id, day desc, id desc);
create index on pattern (org_id, day desc, id desc);
create index pattern_age on pattern (found_at);

alter table pattern enable row level security;
create policy own on pattern for select using (cadre_id = (select app_person()));
create policy say on pattern for update using (cadre_id = (select app_person())) with check (cadre_id = (select app_person()));
create policy see_below on pattern for select using (
  (explanation is not null or until_day < (select app_day()))
  and exists (select from org o where o.id = pattern.org_id and o.path like any ((select app_scope())::text[]))
);
grant select, update (explanation, explained_at) on pattern to youth_api;

-- The check-ins of a day, for the timer: by ids, and never whose.
create function check_ins_of_day(on_day date) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(
      json_build_object('checkInId', c.id, 'cadreId', c.cadre_id, 'siteId', c.site_id, 'step', c.step,
        'at', round(extract(epoch from c.at) * 1000), 'latitude', s.latitude, 'longitude', s.longitude)::text
      order by c.id
    ), '{}')
    from check_in c join site s on s.id = c.site_id
    where c.day = on_day and c.undone_at is null and c.state <> 'refused'
  );
end
$$;

-- On how many days of a span two checked in at one site within some seconds, and on how many each was at any.
create function days_together(one uuid, other uuid, from_day date, until_on date, seconds int) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array[
    (
      select count(distinct a.day)::int
      from check_in a join check_in b on b.site_id = a.site_id and b.day = a.day and b.cadre_id = other and b.undone_at is null
      where a.cadre_id = one and a.undone_at is null and a.day between from_day and until_on
        and abs(extract(epoch from a.at - b.at)) <= seconds
    ),
    (select count(distinct day)::int from check_in where cadre_id = one and undone_at is null and day between from_day and until_on),
    (select count(distinct day)::int from check_in where cadre_id = other and undone_at is null and day between from_day and until_on)
  ];
end
$$;

-- Notes what was found; found again, it stays as it was. Who has closed the account is asked nothing.
create function note_pattern(of_id uuid, of_kind text, of_cadre uuid, on_day date, of_figure int, ids uuid[], noted timestamptz, ends date)
returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into pattern (id, kind, cadre_id, org_id, day, figure, check_in_ids, found_at, until_day)
  select of_id, of_kind, of_cadre, c.org_id, on_day, of_figure, ids, noted, ends
  from check_in c join person p on p.id = c.cadre_id
  where c.id = ids[1] and c.cadre_id = of_cadre and p.closed_at is null
  on conflict (cadre_id, day, kind) do nothing;
  return found;
end
$$;

-- The names of the sites that a pattern is about, for whoever sees it; an undone check-in has no part in it.
create function pattern_sites(of_pattern uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct s.name), '{}')
    from pattern p join check_in c on c.id = any (p.check_in_ids) join site s on s.id = c.site_id
    where p.id = of_pattern
  );
end
$$;

revoke execute on function check_ins_of_day(date), days_together(uuid, uuid, date, date, int),
  note_pattern(uuid, text, uuid, date, int, uuid[], timestamptz, date), pattern_sites(uuid) from public;
grant execute on function check_ins_of_day(date), days_together(uuid, uuid, date, date, int),
  note_pattern(uuid, text, uuid, date, int, uuid[], timestamptz, date) to youth_clock;
grant execute on function pattern_sites(uuid) to youth_api;

insert into retention (table_name, since, only_if, days, erase)
values ('pattern', 'found_at', 'true', 400, null);
