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
