-- What becomes of logs when a contact is undone, a consent is taken back, an account is closed, a period is over.

-- What was answered to these is read by nobody any more, and what is in dispute is settled as the youth says.
create function forget_disputes(of_contacts uuid[], at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update log_dispute set
    answer = case when answer is not null then '' end,
    answer_state = case when answer is not null then 'hidden' end,
    settled_at = coalesce(settled_at, greatest(at, raised_at)),
    outcome = coalesce(outcome, 'struck')
  where contact_id = any (of_contacts) and (settled_at is null or answer <> '');
end
$$;

-- What a log said of these before it was changed; also where it says the same still and they are in it no more.
create function forget_kept_lines(of_contacts uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update contact_log l set text = '', text_state = 'hidden'
  from contact_log_version v
  where v.contact_ids && of_contacts and v.log_id = l.id and v.text = l.text and l.text <> '';
  update contact_log_version set text = '', text_state = 'hidden' where contact_ids && of_contacts and text <> '';
end
$$;

-- D9.5 Whether a log says still what it said of somebody who was taken out of it and has left since.
create function line_lost(of_log uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from contact_log l join contact_log_version v on v.log_id = l.id and v.text = l.text
    join contact c on c.id = any (v.contact_ids)
    where l.id = of_log and l.text <> '' and c.ended_at is not null
  );
end
$$;

-- An undone contact has never been, nobody was in touch with it, and nothing was said of it. An activity is one of two at
-- least, as in config/policy.ts.
create function undo_logs() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  logs uuid[] := array(
    select log_id from contact_log_mark where contact_id = new.id
    union select log_id from log_dispute where contact_id = new.id
    union select log_id from contact_log_version where contact_ids && array[new.id]
  );
begin
  perform from contact_log where id = any (logs) order by id for no key update;
  perform forget_disputes(array[new.id], new.ended_at);
  update contact_log set
    text = '',
    text_state = case when hid_text then 'hidden' else 'shown' end,
    youths = greatest(youths - 1, 1),
    activity = activity and youths > 2
  where id in (select log_id from contact_log_mark where contact_id = new.id);
  delete from contact_log_mark where contact_id = new.id;
  update contact_log set deleted_at = new.ended_at
  where id = any (logs) and deleted_at is null and not exists (select from contact_log_mark where log_id = contact_log.id);
  perform forget_kept_lines(array[new.id]);
  return new;
end
$$;
create trigger undo_logs after update of ended_by on contact for each row
  when (new.ended_by = 'undone' and old.ended_by is null) execute function undo_logs();

-- D9.4 What was said of somebody is read by nobody any more: lines, answers to disputes, what they said before. What is in
-- dispute is settled as the youth says. The logs count as before.
create function forget_said(of_youths uuid[], at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  contacts uuid[] := array(select id from contact where youth_id = any (of_youths));
  logs uuid[] := array(
    select log_id from contact_log_mark where youth_id = any (of_youths)
    union select log_id from log_dispute where contact_id = any (contacts)
    union select log_id from contact_log_version where contact_ids && contacts
  );
begin
  perform from contact_log where id = any (logs) order by id for no key update;
  update contact_log set text = '', text_state = 'hidden'
  where id in (select log_id from contact_log_mark where youth_id = any (of_youths)) and text <> '';
  perform forget_kept_lines(contacts);
  update contact_log_mark set state = 'struck' where youth_id = any (of_youths) and state in ('disputed', 'answered');
  perform forget_disputes(contacts, at);
end
$$;

create or replace function withdraw_consent(at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_person();
begin
  perform youth_lock(me);
  perform end_contacts(array(select id from contact where youth_id = me and ended_at is null), at);
  perform forget_said(array[me], at);
  update consent set withdrawn_at = greatest(at, agreed_at) where person_id = me and withdrawn_at is null;
  update code set revoked_at = at where person_id = me and kind = 'youth' and revoked_at is null;
  update correction set dropped_at = at, was = '', wish = '' where youth_id = me and answered_at is null and dropped_at is null;
  update concern set dropped_at = at, sealed = '' where youth_id = me and answered_at is null and dropped_at is null;
  update application set answer = 'withdrawn', answered_by = me, answered_at = at where person_id = me and answered_at is null;
end
$$;

-- D9.10 The same as in config/retention.ts
insert into retention (table_name, since, only_if, days, erase) values
  ('contact_log', 'deleted_at', 'not exists (select from log_dispute d where d.log_id = contact_log.id)', 90, null),
  ('contact_log_version', 'until_at', 'true', 365, null),
  ('log_dispute', 'settled_at', 'true', 1096, null),
  ('meeting', 'at', 'true', 400, null);

create or replace function erase_people(rows tid[]) returns void language plpgsql as $$
declare
  ids uuid[] := array(select id from person where ctid = any(rows));
begin
  update contact set counts_until = 'infinity'
  where youth_id = any(ids) and ended_at is not null and counts_until > (ended_at at time zone 'Asia/Shanghai')::date;
  update youth set unit = null, birth_month = date_trunc('year', birth_month)::date where person_id = any(ids);
  perform forget_said(ids, now());
  update contact_log set text = '', text_state = 'hidden' where cadre_id = any(ids) and text <> '';
  delete from contact_log_version where log_id in (select id from contact_log where cadre_id = any(ids));
  update log_dispute set answer = '', answer_state = 'hidden' where cadre_id = any(ids) and answer <> '';
  delete from meeting where cadre_id = any(ids) or youth_id = any(ids);
  delete from channel where person_id = any(ids);
  delete from code where person_id = any(ids);
  delete from code_use where person_id = any(ids) or scanner_id = any(ids);
  delete from consent where person_id = any(ids);
  delete from block where youth_id = any(ids) or cadre_id = any(ids);
  delete from session where person_id = any(ids);
  delete from account where person_id = any(ids);
  delete from former_account where person_id = any(ids);
  delete from binding where person_id = any(ids);
  delete from application where person_id = any(ids);
  delete from correction where youth_id = any(ids);
  delete from concern where youth_id = any(ids);
  update invitation set name = '' where claimed_by = any(ids) and name <> '';
  update invitation set made_by_name = '' where made_by = any(ids) and made_by_name <> '';
  update person set name = '', search = '' where id = any(ids);
end
$$;
create index on log_dispute (cadre_id) where answer <> '';
create index on meeting (youth_id);

revoke execute on function forget_disputes(uuid[], timestamptz), forget_kept_lines(uuid[]), line_lost(uuid), undo_logs(), forget_said(uuid[], timestamptz) from public;
grant execute on function line_lost(uuid) to youth_api;
