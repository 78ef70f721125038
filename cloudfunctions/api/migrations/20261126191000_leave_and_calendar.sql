-- "4+1" (D4.3): leave, the calendar that is loaded, and what a week is judged by.

-- Leave: only its days are asked for, never why.
create table leave (
  id uuid primary key,
  cadre_id uuid not null references person (id),
  post_id uuid not null,
  org_id int not null,
  from_day date not null,
  until_day date not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'cancelled')),
  asked_at timestamptz not null,
  answered_by uuid references person (id),
  answered_at timestamptz,
  reason text,
  cancelled_at timestamptz,
  foreign key (post_id, cadre_id, org_id) references post (id, person_id, org_id),
  check (from_day <= until_day),
  check ((answered_by is null) = (answered_at is null)),
  check (state not in ('approved', 'refused') or answered_at is not null),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  constraint no_day_twice exclude using gist (cadre_id with =, daterange(from_day, until_day, '[]') with &&)
    where (state in ('asked', 'approved'))
);
comment on column leave.until_day is 'the last day of it';
comment on column leave.org_id is 'the organisation that the cadre served in when it was asked for: its administrators answer';
create index on leave (cadre_id, id desc);
create index on leave (cadre_id, until_day) where state = 'approved';
create index leave_asked on leave (org_id, id) where state = 'asked';

alter table leave enable row level security;
create policy own on leave for select using (cadre_id = (select app_person()));
create policy see_below on leave for select using (
  exists (select from org o where o.id = leave.org_id and o.path like any ((select app_scope())::text[]))
);
create policy ask on leave for insert with check (
  cadre_id = (select app_person()) and state = 'asked' and answered_at is null and reason is null
);
create policy cancel on leave for update using (cadre_id = (select app_person()) and state in ('asked', 'approved'))
  with check (cadre_id = (select app_person()) and state = 'cancelled');
create policy answer on leave for update using (
  state = 'asked' and cadre_id <> (select app_person())
  and exists (select from org o where o.id = leave.org_id and o.path like any ((select app_scope())::text[]))
) with check (
  state in ('approved', 'refused') and cadre_id <> (select app_person()) and answered_by = (select app_person())
);
grant select, insert on leave to youth_api;
grant update (state, answered_by, answered_at, reason, cancelled_at) on leave to youth_api;

-- Whoever asked is told that it was answered.
create function tell_of_leave() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform queue_message(new.cadre_id, 'answer', 'leave', new.id::text);
  return new;
end
$$;
create trigger tell_of_leave after update of answered_at on leave for each row
  when (old.answered_at is null and new.answered_at is not null) execute function tell_of_leave();

-- D9.5 What was said to somebody who has gone goes too.
alter function erase_people(tid[]) rename to erase_people_before_leave;
create function erase_people(rows tid[]) returns void language plpgsql as $$
begin
  update leave set reason = null
  where cadre_id in (select id from person where ctid = any (rows)) and reason is not null;
  perform erase_people_before_leave(rows);
end
$$;

-- D10.3 Who loaded which year, when and from what; and what was known of it before.
create table work_year_load (
  id uuid primary key,
  year int not null,
  off date[] not null,
  worked date[] not null,
  notice text not null,
  loaded_at timestamptz not null,
  loaded_by uuid not null references person (id),
  was_off date[],
  was_worked date[],
  check ((was_off is null) = (was_worked is null))
);
create index on work_year_load (year, id desc);
comment on column work_year_load.was_off is 'null where the year was not known before';

create function load_work_year() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('work_year'), new.year);
  select off, worked into new.was_off, new.was_worked from work_year where year = new.year;
  insert into work_year (year, off, worked) values (new.year, new.off, new.worked)
  on conflict (year) do update set off = excluded.off, worked = excluded.worked;
  return new;
end
$$;
create trigger load_work_year before insert on work_year_load for each row execute function load_work_year();

-- Whether the actor administers the province: the calendar is everybody's.
create function app_manages_all() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from org where parent_id is null and path like any (app_scope()));
end
$$;

alter table work_year_load enable row level security;
create policy see on work_year_load for select using ((select app_manages_all()));
create policy make on work_year_load for insert with check (
  loaded_by = (select app_person()) and (select app_manages_all())
);
grant select, insert on work_year_load to youth_api;

-- D2.8, D4.2 The days that count, whatever the post. Slices meet here.
create view counted_day with (security_invoker = true) as
  select cadre_id, day from grassroots_day where confirmed > 0;
grant select on counted_day to youth_api;

-- D4.1, D10.4 When a day a week is asked of a post, both ends in it: while its organisation leads.
create function asked_spans(of_person uuid, services text[], since date, until date)
returns table (post_id uuid, from_day date, until_day date)
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return query
  select p.id, greatest(p.from_day, l.from_day), least(p.until_day, l.until_day, until + 1) - 1
  from post p join leading_organ l on l.org_id = p.org_id
  where p.person_id = of_person and p.service = any (services)
    and greatest(p.from_day, l.from_day) <= until
    and greatest(p.from_day, l.from_day, since) < least(p.until_day, l.until_day, until + 1);
end
$$;

-- D4.3 What the weeks of posts are judged by, of the actor's own and of those below the actor: when a day was asked of the
-- cadre and by which post, the days that count and those that wait, approved leave. They are the cadre's, whatever the
-- post, within the weeks of this one; days are numbers from `since` on, which is a Monday. A JSON object for each post.
create function week_facts(of_posts uuid[], services text[], since date, until date) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    with told as (
      select p.id, p.person_id,
        greatest(since, p.from_day - (extract(isodow from p.from_day)::int - 1)) as from_day,
        least(until, p.until_day - 1 + (7 - extract(isodow from p.until_day - 1)::int)) as until_day
      from post p join org o on o.id = p.org_id
      where p.id = any (of_posts) and (p.person_id = app_person() or o.path like any (app_scope()))
    )
    select coalesce(
      array_agg(
        json_build_object(
          'postId', t.id,
          'asked', (
            select coalesce(json_agg(json_build_object('postId', a.post_id, 'from', a.from_day, 'until', a.until_day)), '[]')
            from asked_spans(t.person_id, services, t.from_day, t.until_day) a
          ),
          'confirmed', d.confirmed,
          'waiting', d.waiting,
          'onLeave', (
            select coalesce(json_agg(json_build_object('from', l.from_day, 'until', l.until_day)), '[]')
            from leave l
            where l.cadre_id = t.person_id and l.state = 'approved' and l.until_day >= t.from_day
              and l.from_day <= t.until_day
          )
        )::text
      ),
      '{}'
    )
    from told t cross join lateral (
      select coalesce(json_agg(g.day - since) filter (where g.confirmed > 0), '[]') as confirmed,
        coalesce(json_agg(g.day - since) filter (where g.confirmed = 0 and g.unconfirmed > 0), '[]') as waiting
      from grassroots_day g
      where g.cadre_id = t.person_id and g.day between t.from_day and t.until_day
    ) d
  );
end
$$;

-- Where the actor was, the last one first; a place that was left out again, or where it was refused, is none. A JSON
-- object for each.
create function visited_sites(since date, until date) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(
      array_agg(
        json_build_object('siteId', s.id, 'kind', s.kind, 'name', s.name, 'address', s.address, 'orgId', s.org_id,
          'orgName', o.short_name, 'days', v.days, 'last', v.last_day)::text
        order by v.last_day desc, s.id
      ),
      '{}'
    )
    from (
      select c.site_id, count(distinct c.day)::int as days, max(c.day) as last_day
      from check_in c
      where c.cadre_id = app_person() and c.day between since and until and c.undone_at is null and c.state <> 'refused'
      group by c.site_id
    ) v
    join site s on s.id = v.site_id join org o on o.id = s.org_id
  );
end
$$;

revoke execute on function erase_people_before_leave(tid[]), erase_people(tid[]), tell_of_leave(), load_work_year(), app_manages_all(),
  asked_spans(uuid, text[], date, date), week_facts(uuid[], text[], date, date), visited_sites(date, date) from public;
grant execute on function app_manages_all(), week_facts(uuid[], text[], date, date), visited_sites(date, date) to youth_api;
