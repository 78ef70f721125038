-- Who acts, told to row-level security for this transaction, and what that person is on the day: one question instead of
-- two, and without the policies of eight tables, which cost more than all that they guard here. Null when nobody is there
-- any more (D9.5).
create function enter(of_person uuid, of_key text, on_day date) returns json
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.person', of_person::text, true), set_config('app.actor_key', of_key, true),
    set_config('app.day', on_day::text, true), set_config('app.presented', '', true);
  return (
    select json_build_object(
      'name', p.name,
      'birthMonth', y.birth_month,
      'field', y.field,
      'unit', coalesce(k.unit, y.unit),
      'unitState', coalesce(k.state, 'shown'),
      'agreed', (
        select coalesce(json_agg(c.version), '[]') from consent c where c.person_id = p.id and c.withdrawn_at is null
      ),
      'post', (
        select json_build_object('id', h.id, 'orgId', h.org_id, 'orgShortName', h.org_short_name, 'place', h.place,
          'leadingOrgan', h.leading_organ, 'service', h.service, 'title', h.title)
        from current_post h where h.person_id = p.id
      ),
      'administers', (
        select coalesce(json_agg(json_build_object('orgId', o.id, 'name', o.short_name, 'path', o.path) order by o.path), '[]')
        from administrator a join org o on o.id = a.org_id
        where a.person_id = p.id and a.from_day <= on_day and (a.until_day is null or on_day < a.until_day)
      )
    )
    from person p left join youth y on y.person_id = p.id left join unit_check k on k.youth_id = p.id
    where p.id = of_person and p.closed_at is null
  );
end
$$;
revoke execute on function enter(uuid, text, date) from public;
grant execute on function enter(uuid, text, date) to youth_api;

-- D10.4 The post that the actor holds on a day, and holds until this transaction ends: whoever would end it waits.
-- (log_post stays for the functions that run until the new ones are deployed.)
create function held_post(on_day date, out post_id uuid, out org_id int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  select p.id, p.org_id into post_id, org_id from post p
  where p.person_id = app_person() and p.from_day <= on_day and (p.until_day is null or on_day < p.until_day)
  for share;
end
$$;

-- The same for a log about these contacts of the actor's; of all whom it is about, and of the actor, none closes the
-- account until this transaction ends.
create function log_begins(contacts uuid[], on_day date, out post_id uuid, out org_id int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform people_stay(
    app_person() || array(select c.youth_id from contact c where c.id = any (contacts) and c.cadre_id = app_person())
  );
  select h.post_id, h.org_id into post_id, org_id from held_post(on_day) h;
end
$$;
revoke execute on function held_post(date), log_begins(uuid[], date) from public;
grant execute on function held_post(date), log_begins(uuid[], date) to youth_api;

-- C11, D10.4 As it was, one post at a time. The condition always holds (post_check) and keeps this index out of the plans:
-- for a person's post of a day the planner takes a GiST index as readily as the B-tree, and reads 46 pages instead of 3.
alter table post
  drop constraint one_post_at_a_time,
  add constraint one_post_at_a_time exclude using gist (person_id with =, daterange(from_day, until_day) with &&)
    where (until_day is null or until_day >= from_day);

-- A quarter's figures are written in that quarter and lie together: whoever sums them up reads them from one place.
create index on flow (quarter, org_id);
drop index flow_org_id_quarter_idx;

-- C18 As it was, in one statement where there were two; one that is taken back was there.
create or replace function day_add(of_check_in check_in, n int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  more_confirmed int := n * (of_check_in.state = 'confirmed')::int;
  more_unconfirmed int := n * (of_check_in.state = 'unconfirmed')::int;
begin
  if of_check_in.undone_at is not null or of_check_in.state = 'refused' then
    return;
  end if;
  if n < 0 then
    update grassroots_day set confirmed = confirmed + more_confirmed, unconfirmed = unconfirmed + more_unconfirmed
    where post_id = of_check_in.post_id and day = of_check_in.day;
    if not found then
      raise exception 'post % has no day %', of_check_in.post_id, of_check_in.day;
    end if;
  else
    insert into grassroots_day as g (post_id, cadre_id, org_id, day, confirmed, unconfirmed)
    values (of_check_in.post_id, of_check_in.cadre_id, of_check_in.org_id, of_check_in.day, more_confirmed, more_unconfirmed)
    on conflict (post_id, day) do update set
      confirmed = g.confirmed + excluded.confirmed, unconfirmed = g.unconfirmed + excluded.unconfirmed;
  end if;
end
$$;
