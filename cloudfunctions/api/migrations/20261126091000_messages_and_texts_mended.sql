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
