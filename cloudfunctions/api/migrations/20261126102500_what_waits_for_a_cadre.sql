-- Once a day at most, who has allowed it is told that something waits, of what `contactLog.todos` lists.

create index message_permit_left on message_permit (kind, person_id) where permits > 0;

-- D2.5 Queues a message for those of the next cadres who have allowed one and for whom something waits on this day: a
-- dispute; where asked for, a youth nobody was in touch with since before a day, and too few activities in a quarter. The
-- last one looked at, from whom the next batch goes on, and how many were queued; empty when nobody is left. Nobody is told
-- twice a day, nor while yesterday's message still waits. It waits for nobody: the person is taken before the account, as
-- by whoever closes it, and who is being closed is left out.
create function remind_cadres(
  of_app text, of_kind text, on_day date, quiet_before date, of_quarter date, activities_wanted int, adult_born_by date,
  after uuid, at_most int
) returns text[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  batch uuid[] := array(
    select k.person_id from message_permit k
    where k.kind = of_kind and k.permits > 0 and k.app_id = of_app and (after is null or k.person_id > after)
    order by k.person_id limit at_most
  );
  who uuid;
  queued int := 0;
begin
  if batch = '{}' then
    return '{}';
  end if;
  for who in
    select p.id from person p join account a on a.person_id = p.id and a.app_id = of_app
    where p.id = any (batch) and p.closed_at is null
      and exists (
        select from post h
        where h.person_id = p.id and h.from_day <= on_day and (h.until_day is null or on_day < h.until_day)
      )
      and not exists (
        select from message m
        where m.person_id = p.id and m.kind = of_kind and (m.subject = on_day::text or m.ended_at is null)
      )
      and (
        exists (select from contact_log_mark m where m.cadre_id = p.id and m.state = 'disputed')
        or (
          of_quarter is not null and activities_wanted > (
            select coalesce(sum(f.activities), 0) from flow f join post h on h.id = f.post_id
            where h.person_id = p.id and f.quarter = of_quarter
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
    order by p.id for key share of p, a skip locked
  loop
    queued := queued + queue_message(who, of_kind, 'todos', on_day::text)::int;
  end loop;
  return array[batch[cardinality(batch)]::text, queued::text];
end
$$;

revoke execute on function remind_cadres(text, text, date, date, date, int, date, uuid, int) from public;
grant execute on function remind_cadres(text, text, date, date, date, int, date, uuid, int) to youth_clock;
