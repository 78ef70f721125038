-- D9.4 With the consent goes what WeChat may still send and what waits to be sent. What is being sent, or was, stays.
create function forget_messages() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from message_permit where person_id = new.person_id;
  delete from message where person_id = new.person_id and begun_at is null and ended_at is null;
  return new;
end
$$;
create trigger forget_messages after update of withdrawn_at on consent for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function forget_messages();

revoke execute on function forget_messages() from public;

-- The actor has allowed one more message of a kind. False where the actor has no account in this app. The person is taken
-- before the account, as by whoever closes it: the permit's row names both.
create or replace function allow_message(of_kind text, of_app text, at_most int) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine account;
begin
  perform from person where id = app_person() for key share;
  select * into mine from account where person_id = app_person() and app_id = of_app for key share;
  if not found then
    return false;
  end if;
  insert into message_permit as kept (app_id, openid, kind, person_id, permits)
  values (mine.app_id, mine.openid, of_kind, mine.person_id, 1)
  on conflict (app_id, openid, kind) do update set permits = least(kept.permits + 1, at_most);
  return true;
end
$$;

-- D9.4 As before, from the contacts of the actor's own organisations, however much waits elsewhere. The province looks
-- besides at all that waits, for what nobody else reads.
create or replace function texts_waiting(after uuid, at_most int) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  orgs int[] := app_orgs();
  for_province boolean := exists (select from org where parent_id is null and id = any (orgs));
begin
  if orgs = '{}' then
    return '{}';
  end if;
  return array(
    with own as (
      select distinct on (k.id) k.id, k.unit, k.written_at, o.short_name as org_name
      from contact c join unit_check k on k.youth_id = c.youth_id join org o on o.id = c.org_id
      where c.org_id = any (orgs) and c.ended_at is null
        and k.state = 'waiting' and (after is null or k.id > after) and k.youth_id <> app_person()
      order by k.id, c.started_at, c.id limit at_most
    ), others as (
      select k.id, k.unit, k.written_at, held.org_name
      from unit_check k
      cross join lateral (
        select o.short_name as org_name from contact c join org o on o.id = c.org_id
        where c.youth_id = k.youth_id and c.ended_at is null
        order by c.started_at, c.id limit 1
      ) held
      where for_province and k.state = 'waiting' and (after is null or k.id > after) and k.youth_id <> app_person()
        and not exists (
          select from contact c where c.youth_id = k.youth_id and c.ended_at is null and c.org_id = any (orgs)
        )
        and app_answers(k.youth_id)
      order by k.id limit at_most
    )
    select json_build_object('textId', id, 'text', unit, 'writtenAt', written_at, 'orgName', org_name)::text
    from (select * from own union all select * from others) found
    order by id limit at_most
  );
end
$$;
