-- D10.4 A post that ended on its first day was never held: nobody leaves it, no contact waits for it, and what waited
-- before waits no longer for it (C11).

create or replace function youth_holders(of_youth uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := on_this_day();
begin
  return (
    select count(*)::int from contact c
    where c.youth_id = of_youth and c.ended_at is null and exists (
      select from post p
      where p.person_id = c.cadre_id and p.from_day <= today
        and (p.until_day is null or (p.until_day > p.from_day and today < p.until_day + waiting_days()))
    )
  );
end
$$;

create or replace function contacts_left(of_post uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ended record;
begin
  select * into ended from post where id = of_post and until_day > from_day;
  if ended.id is null or exists (
    select from post p
    where p.person_id = ended.person_id and p.id <> ended.id and p.from_day <= greatest(ended.until_day, on_this_day())
      and (
        p.until_day is null
        or (p.until_day > p.from_day and (p.until_day, p.from_day) > (ended.until_day, ended.from_day))
      )
  ) then
    return 0;
  end if;
  return (select count(*)::int from contact where cadre_id = ended.person_id and ended_at is null);
end
$$;

create or replace function left_post(of_contact uuid) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := on_this_day();
  of_cadre uuid := (select cadre_id from contact where id = of_contact and youth_id = app_person() and ended_at is null);
begin
  return (
    select last.id from (
      select id, until_day from post
      where person_id = of_cadre and from_day <= today and (until_day is null or until_day > from_day)
      order by until_day desc nulls first, from_day desc limit 1
    ) last
    where last.until_day <= today and today < last.until_day + waiting_days()
  );
end
$$;

create or replace function choices_waiting() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
  today date := on_this_day();
begin
  return array(
    select json_build_object('n', count(*), 'until', min(gone.until_day) + waiting_days() - 1)::text
    from current_post mine
    join succession s on s.successor_id = mine.id
    join post gone on gone.id = s.post_id and gone.until_day > gone.from_day
      and gone.until_day <= today and today < gone.until_day + waiting_days()
    join contact c on c.cadre_id = gone.person_id and c.ended_at is null
    where mine.person_id = me and c.youth_id <> me and not youth_blocks(c.youth_id, me)
      and not exists (
        select from post p
        where p.person_id = gone.person_id and p.from_day <= today
          and (
            p.until_day is null
            or (p.until_day > p.from_day and (p.until_day, p.from_day) > (gone.until_day, gone.from_day))
          )
      )
      and not exists (
        select from contact k where k.cadre_id = me and k.youth_id = c.youth_id and k.ended_at is null
      )
    having count(*) > 0
  );
end
$$;

create or replace function end_waiting(on_day date, at_most int) returns int
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
        and (p.until_day is null or (p.until_day > p.from_day and on_day < p.until_day + waiting_days()))
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
      select max(p.until_day) from post p
      where p.person_id = c.cadre_id and p.from_day <= on_day and p.until_day > p.from_day
    ) + waiting_days() as over_on
    from contact c
    where c.id = any (due) and c.ended_at is null and not exists (
      select from post p
      where p.person_id = c.cadre_id and p.from_day <= on_day
        and (p.until_day is null or (p.until_day > p.from_day and on_day < p.until_day + waiting_days()))
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
