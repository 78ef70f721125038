-- D4.2, D4.3 What waits for somebody is also a week that owes its day, and days that wait for a word.

-- For functions that have seen to it who may know.
create function week_facts_of(of_posts uuid[], services text[], since date, until date) returns text[]
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (
    with told as (
      select p.id, p.person_id,
        greatest(since, p.from_day - (extract(isodow from p.from_day)::int - 1)) as from_day,
        least(until, p.until_day - 1 + (7 - extract(isodow from p.until_day - 1)::int)) as until_day
      from post p
      where p.id = any (of_posts)
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

create or replace function week_facts(of_posts uuid[], services text[], since date, until date) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return week_facts_of(
    array(
      select p.id from post p join org o on o.id = p.org_id
      where p.id = any (of_posts) and (p.person_id = app_person() or o.path like any (app_scope()))
    ),
    services, since, until
  );
end
$$;

-- A batch of those who may be told something: by this, whatever is asked about them is asked of the same.
create function reminded(of_app text, of_kind text, after uuid, at_most int) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return array(
    select k.person_id from message_permit k
    where k.kind = of_kind and k.permits > 0 and k.app_id = of_app and (after is null or k.person_id > after)
    order by k.person_id limit at_most
  );
end
$$;

-- What the week of each of a batch is judged by, for the timer: by their posts of the day, and never whose.
create function weeks_of_reminded(
  of_app text, of_kind text, on_day date, services text[], since date, until date, after uuid, at_most int
) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return week_facts_of(
    array(
      select h.id from post h
      where h.person_id = any (reminded(of_app, of_kind, after, at_most))
        and h.from_day <= on_day and (h.until_day is null or on_day < h.until_day)
    ),
    services, since, until
  );
end
$$;

-- D4.2 Whether a day waits for a word of somebody's: at a site whose contact that is, or of a cadre of an organisation that
-- is administered; of those for which somebody has asked, or of all. Nobody answers for oneself.
create function days_wait_for(of_person uuid, on_day date, only_asked boolean) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (
    select from site s join check_in c on c.site_id = s.id
    where s.contact_id = of_person and c.state = 'unconfirmed' and c.undone_at is null and c.cadre_id <> of_person
      and (c.asked_at is not null or not only_asked)
  ) or exists (
    select from administrator a join check_in c on c.org_id = a.org_id
    where a.person_id = of_person and a.from_day <= on_day and (a.until_day is null or on_day < a.until_day)
      and c.state = 'unconfirmed' and c.undone_at is null and c.cadre_id <> of_person
      and (c.asked_at is not null or not only_asked)
  );
end
$$;

drop function remind_cadres(text, text, date, date, date, int, date, uuid, int);

-- Queues for each of a batch, for whom something waits, one message of a day. Whoever is held by somebody is left out.
-- What is null is not looked at on that day; the posts whose week owes its day are judged by whoever calls.
create function remind(
  of_app text, of_kind text, on_day date, quiet_before date, of_quarter date, activities_wanted int, adult_born_by date,
  owing uuid[], only_asked boolean, after uuid, at_most int
) returns text[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  batch uuid[] := reminded(of_app, of_kind, after, at_most);
  who uuid;
  queued int := 0;
begin
  if batch = '{}' then
    return '{}';
  end if;
  for who in
    select p.id from person p join account a on a.person_id = p.id and a.app_id = of_app
    where p.id = any (batch) and p.closed_at is null
      and not exists (
        select from message m
        where m.person_id = p.id and m.kind = of_kind and (m.subject = on_day::text or m.ended_at is null)
      )
      and (
        days_wait_for(p.id, on_day, only_asked)
        or exists (
          select from post h
          where h.person_id = p.id and h.from_day <= on_day and (h.until_day is null or on_day < h.until_day)
            and (
              h.id = any (owing)
              or exists (select from contact_log_mark m where m.cadre_id = p.id and m.state = 'disputed')
              or (
                of_quarter is not null and activities_wanted > (
                  select coalesce(sum(f.activities), 0) from flow f join post q on q.id = f.post_id
                  where q.person_id = p.id and f.quarter = of_quarter
                )
              )
              or (
                quiet_before is not null and exists (
                  select from contact c join youth y on y.person_id = c.youth_id
                  where c.cadre_id = p.id and c.ended_at is null
                    and (y.birth_month <= adult_born_by or minor_approved(p.id, on_day))
                    and coalesce(
                      (
                        select max(m.day) from contact_log_mark m
                        where m.contact_id = c.id and m.state in ('unanswered', 'confirmed')
                      ),
                      (c.started_at at time zone 'Asia/Shanghai')::date
                    ) < quiet_before
                )
              )
            )
        )
      )
    order by p.id for key share of p, a skip locked
  loop
    queued := queued + queue_message(who, of_kind, 'todos', on_day::text)::int;
  end loop;
  return array[batch[cardinality(batch)]::text, queued::text];
end
$$;

revoke execute on function week_facts_of(uuid[], text[], date, date), reminded(text, text, uuid, int),
  weeks_of_reminded(text, text, date, text[], date, date, uuid, int), days_wait_for(uuid, date, boolean),
  remind(text, text, date, date, date, int, date, uuid[], boolean, uuid, int) from public;
grant execute on function weeks_of_reminded(text, text, date, text[], date, date, uuid, int),
  remind(text, text, date, date, date, int, date, uuid[], boolean, uuid, int) to youth_clock;

-- D10.3 The calendar is the State Council's, and nobody's data.
grant select (year, off, worked) on work_year to youth_clock;
