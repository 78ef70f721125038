-- C11 A cadre leaves, and each youth chooses who follows. Nobody writes anything on that day: a contact waits while its
-- cadre holds no post, counts for nobody, keeps its place for some days, and then ends.

alter table contact
  drop constraint contact_ended_by_check,
  add constraint contact_ended_by_check check (ended_by in ('undone', 'left', 'handedOver', 'lapsed'));

-- The same as `waitingDays` in config/policy.ts.
create function waiting_days() returns int language sql immutable as $$ select 30 $$;

-- D10.1 The day of who is asking, or else the day that it is.
create function on_this_day() returns date language sql stable as
  $$ select coalesce(app_day(), (now() at time zone 'Asia/Shanghai')::date) $$;

-- D2.2 The places that are taken: who waits keeps one; what is due to end has none any more, ended or not.
create or replace function youth_holders(of_youth uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := on_this_day();
begin
  return (
    select count(*)::int from contact c
    where c.youth_id = of_youth and c.ended_at is null and exists (
      select from post p
      where p.person_id = c.cadre_id and p.from_day <= today and (p.until_day is null or today < p.until_day + waiting_days())
    )
  );
end
$$;

-- D2.2 How many cadres hold a youth: those who wait are nobody's.
create function youth_held_by(of_youth uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := on_this_day();
begin
  return (
    select count(*)::int from contact c
    where c.youth_id = of_youth and c.ended_at is null and exists (
      select from post p
      where p.person_id = c.cadre_id and p.from_day <= today and (p.until_day is null or today < p.until_day)
    )
  );
end
$$;

-- What waits to be read of somebody is read by nobody any more, however the contact has ended.
drop trigger drop_waiting on contact;
create trigger drop_waiting after update of ended_by on contact for each row
  when (new.ended_by in ('left', 'handedOver', 'lapsed') and old.ended_by is null) execute function drop_waiting();

-- Who is to follow, as an administrator proposes it: a post of the same organisation ----------------------------------

alter table post add constraint post_of_org unique (id, org_id);
create index post_ended on post (until_day) where until_day is not null;

create table succession (
  post_id uuid primary key,
  org_id int not null,
  successor_id uuid,
  named_by uuid not null references person (id),
  named_at timestamptz not null,
  foreign key (post_id, org_id) references post (id, org_id),
  foreign key (successor_id, org_id) references post (id, org_id),
  constraint nobody_follows_oneself check (successor_id <> post_id)
);
comment on column succession.successor_id is 'a post; null when it was taken back';
create index on succession (successor_id) where successor_id is not null;

alter table succession enable row level security;
create policy see on succession for select using (
  exists (select from org o where o.id = succession.org_id and o.path like any ((select app_scope())::text[]))
);
create policy make on succession for insert with check (named_by = (select app_person()) and app_manages(org_id));
create policy change on succession for update using (
  exists (select from org o where o.id = succession.org_id and o.path like any ((select app_scope())::text[]))
) with check (named_by = (select app_person()));
grant select, insert, update (successor_id, named_by, named_at) on succession to youth_api;

-- How many contacts a post leaves behind, or will: none where its cadre goes on in another by then.
create function contacts_left(of_post uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ended record;
begin
  select * into ended from post where id = of_post and until_day is not null;
  if ended.id is null or exists (
    select from post p
    where p.person_id = ended.person_id and p.id <> ended.id and p.from_day <= greatest(ended.until_day, on_this_day())
      and (p.until_day is null or (p.until_day, p.from_day) > (ended.until_day, ended.from_day))
  ) then
    return 0;
  end if;
  return (select count(*)::int from contact where cadre_id = ended.person_id and ended_at is null);
end
$$;

-- The youth's choice ---------------------------------------------------------------------------------------------------

-- The post that the cadre of a contact of the actor's has left; null where the contact does not wait (any more).
create function left_post(of_contact uuid) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := on_this_day();
  of_cadre uuid := (select cadre_id from contact where id = of_contact and youth_id = app_person() and ended_at is null);
begin
  return (
    select last.id from (
      select id, until_day from post where person_id = of_cadre and from_day <= today
      order by until_day desc nulls first, from_day desc limit 1
    ) last
    where last.until_day <= today and today < last.until_day + waiting_days()
  );
end
$$;

-- D2.4 Who can follow in a contact of the actor's, in the open: the cadres of today of the organisation that its cadre has
-- left, who may hold the actor (D9.3, D9.9) and do not yet; or the one who was named, also when the actor is held already.
-- As JSON, in the order of their names.
create function choices_of(
  of_contact uuid, only_named boolean, adult_born_by date, matching text, after_search text, after_id uuid, at_most int
) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
  gone record;
  minor boolean := (select birth_month > adult_born_by from youth where person_id = me);
begin
  select * into gone from post where id = left_post(of_contact);
  return array(
    select json_build_object(
      'cadreId', p.person_id, 'name', h.name, 'title', p.title, 'orgName', p.org_short_name, 'place', p.place,
      'leadingOrgan', p.leading_organ, 'search', h.search, 'holds', k.id is not null
    )::text
    from current_post p
    join person h on h.id = p.person_id and h.closed_at is null
    left join contact k on k.cadre_id = p.person_id and k.youth_id = me and k.ended_at is null
    where p.org_id = gone.org_id and p.person_id not in (me, gone.person_id)
      and case when only_named
        then p.id = (select successor_id from succession where post_id = gone.id)
        else k.id is null and (after_id is null or (h.search, h.id) > (after_search, after_id))
          and (matching is null or h.search like matching)
      end
      and not youth_blocks(me, p.person_id) and (not minor or minor_approved(p.person_id, app_day()))
    order by h.search, h.id limit at_most
  );
end
$$;

-- Whether somebody is a cadre of today of the organisation that the cadre of the actor's contact has left.
create function may_choose(of_contact uuid, of_cadre uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from current_post p join post gone on gone.org_id = p.org_id and gone.person_id <> p.person_id
    where gone.id = left_post(of_contact) and p.person_id = of_cadre
  );
end
$$;

-- How many youths have still to choose, of those for whom the actor was named; and until which day the first of them can.
-- As JSON, without who they are; empty when none.
create function choices_waiting() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
  today date := on_this_day();
begin
  return array(
    select json_build_object('n', count(*), 'until', min(gone.until_day) + waiting_days() - 1)::text
    from current_post mine
    join succession s on s.successor_id = mine.id
    join post gone on gone.id = s.post_id and gone.until_day <= today and today < gone.until_day + waiting_days()
    join contact c on c.cadre_id = gone.person_id and c.ended_at is null
    where mine.person_id = me and c.youth_id <> me and not youth_blocks(c.youth_id, me)
      and not exists (
        select from post p
        where p.person_id = gone.person_id and p.from_day <= today
          and (p.until_day is null or (p.until_day, p.from_day) > (gone.until_day, gone.from_day))
      )
      and not exists (
        select from contact k where k.cadre_id = me and k.youth_id = c.youth_id and k.ended_at is null
      )
    having count(*) > 0
  );
end
$$;

-- The clock: what has waited long enough ends ---------------------------------------------------------------------------

-- A batch of what is due on a day; how many there were. It ends with the last day on which its place was kept, whenever
-- the clock comes. Found by what posts hold today, whatever was in the past.
create function end_waiting(on_day date, at_most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  due uuid[] := array(
    select c.id
    from (
      select distinct p.person_id from stock s join post p on p.id = s.post_id
      where s.held > 0 and p.until_day <= on_day - waiting_days()
    ) gone
    join contact c on c.cadre_id = gone.person_id and c.ended_at is null
    where not exists (
      select from post p
      where p.person_id = gone.person_id and p.from_day <= on_day
        and (p.until_day is null or on_day < p.until_day + waiting_days())
    )
    order by c.youth_id, c.id limit at_most
  );
  one record;
begin
  perform from youth where person_id in (select youth_id from contact where id = any (due)) order by person_id for update;
  perform from person where id in (select cadre_id from contact where id = any (due)) order by id for no key update;
  perform from contact where id = any (due) order by post_id, id for no key update;
  for one in
    select c.id, (
      select max(p.until_day) from post p where p.person_id = c.cadre_id and p.from_day <= on_day
    ) + waiting_days() as over_on
    from contact c
    where c.id = any (due) and c.ended_at is null and not exists (
      select from post p
      where p.person_id = c.cadre_id and p.from_day <= on_day
        and (p.until_day is null or on_day < p.until_day + waiting_days())
    )
    order by c.post_id, c.id
  loop
    update contact set
      ended_at = greatest(started_at, one.over_on::timestamp at time zone 'Asia/Shanghai'),
      ended_by = 'lapsed'
    where id = one.id;
  end loop;
  return cardinality(due);
end
$$;

-- Never of a later day than it is, whatever the clock's role says.
create function lapse_contacts(on_day date, at_most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return end_waiting(least(on_day, (now() at time zone 'Asia/Shanghai')::date), at_most);
end
$$;

revoke execute on function waiting_days(), on_this_day(), youth_held_by(uuid), contacts_left(uuid), left_post(uuid),
  choices_of(uuid, boolean, date, text, text, uuid, int), may_choose(uuid, uuid), choices_waiting(), end_waiting(date, int),
  lapse_contacts(date, int) from public;
grant execute on function youth_held_by(uuid), contacts_left(uuid), choices_of(uuid, boolean, date, text, text, uuid, int),
  may_choose(uuid, uuid), choices_waiting() to youth_api;
grant execute on function lapse_contacts(date, int) to youth_clock;
