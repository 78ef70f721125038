-- A browser that lets another one in lends it no more time than it has itself.
alter table sign_in add column session_until timestamptz;
comment on column sign_in.session_until is 'the end of the session that approved it; null where the platform vouched for who did';
grant update (session_until) on sign_in to youth_api;

-- Who ends other sessions ends those too that were let in and have not come yet.
create function sign_ins_take_back() returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  -- A session that lets one in at this moment is waited for (still_signed_in).
  perform pg_advisory_xact_lock(hashtextextended('account ' || app_person(), 0));
  update sign_in set answer = 'refused'
  where answered_by = app_person() and answer = 'approved' and finished_at is null;
end
$$;
revoke execute on function sign_ins_take_back() from public;
grant execute on function sign_ins_take_back() to youth_api;

-- D9.1 Who asks for who they were says a name under the notice, may take it back, and is not kept waiting for ever.
alter table binding add column notice_version int;
comment on column binding.notice_version is 'D9.1 the notice under which it was asked';
create policy take_back on binding for delete using (account_key = (select app_actor_key()) and answer is null);
grant delete on binding to youth_api;
update retention set since = 'coalesce(answered_at, asked_at)', days = 90 where table_name = 'binding';
