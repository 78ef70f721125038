-- A log's line, and what a cadre answers to "这不是我": what WeChat is not sure of waits for an administrator to read it,
-- in the one queue in which units wait.

-- D9.4 Another id for each text that waits: an answer is to the text that was read, and to no later one. It stays with the
-- answer, so that a second one is told.
alter table contact_log
  add column text_id uuid unique,
  add constraint what_waits_has_an_id check (text_state <> 'waiting' or text_id is not null);
alter table log_dispute
  add column answer_id uuid unique,
  add constraint what_waits_has_an_id check (answer_state is distinct from 'waiting' or answer_id is not null);
create index contact_log_waiting on contact_log (org_id, text_id) where text_state = 'waiting' and deleted_at is null;
create index log_dispute_waiting on log_dispute (org_id, answer_id) where answer_state = 'waiting' and settled_at is null;
grant update (text_id) on contact_log to youth_api;
grant select (answer_id), update (answer_id) on log_dispute to youth_api;

-- D9.8 Whoever reads a line has looked at whom it is about.
alter table access_log
  drop constraint access_log_look_check,
  add constraint access_log_look_check
    check (look in ('scan', 'details', 'list', 'reveal', 'correction', 'concern', 'text', 'line'));

-- Whether the actor reads a text of a cadre of an organisation: an administrator there or above, and never the own text.
create function app_reads_of(of_cadre uuid, of_org int) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return of_cadre <> app_person() and exists (select from org where id = of_org and path like any (app_scope()));
end
$$;

-- Whether a line is still for somebody to read: as for the cadre, only while everybody is there whom it is about (D9.5),
-- and nobody of them has hidden it. Never for the actor of whom it tells.
create function line_stands(of_log uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return not exists (
    select from contact_log_mark m join contact c on c.id = m.contact_id
    where m.log_id = of_log and (c.ended_at is not null or m.hid_text or m.youth_id = app_person())
  ) and not exists (
    select from contact_log l join contact_log_version v on v.log_id = l.id and v.text = l.text
    join contact c on c.id = any (v.contact_ids)
    where l.id = of_log and (c.ended_at is not null or c.youth_id = app_person())
  );
end
$$;

-- The same of an answer: while its youth is there and has not settled.
create function answer_stands(of_dispute uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from contact_log_mark m join contact c on c.id = m.contact_id
    where m.dispute_id = of_dispute and m.state = 'answered' and c.ended_at is null and m.youth_id <> app_person()
  );
end
$$;

-- What waits to be read of somebody who leaves is read by nobody any more, and waits no longer.
create function drop_waiting() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  logs uuid[] := array(
    select l.id from contact_log_mark m join contact_log l on l.id = m.log_id
    where m.contact_id = new.id and l.text_state = 'waiting'
    union select log_id from log_dispute where contact_id = new.id and answer_state = 'waiting'
  );
begin
  perform from contact_log where id = any (logs) order by id for no key update;
  update contact_log set text_state = 'hidden', text_id = null where id = any (logs) and text_state = 'waiting';
  update log_dispute set answer_state = 'hidden', answer_id = null where contact_id = new.id and answer_state = 'waiting';
  return new;
end
$$;
create trigger drop_waiting after update of ended_by on contact for each row
  when (new.ended_by = 'left' and old.ended_by is null) execute function drop_waiting();

alter function texts_waiting(uuid, int) rename to units_waiting;
alter function answer_text(uuid, boolean, timestamptz) rename to answer_unit;

-- D9.4 What waits for the actor to read it, the oldest first: what kind of text, the text, an organisation, the day, and
-- nothing of whose it is or whom it is about. As JSON.
create function texts_waiting(after uuid, at_most int) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  orgs int[] := array(select id from org where path like any (app_scope()));
begin
  return array(
    with lines as (
      select l.text_id as id, 'log' as kind, l.text, coalesce(l.changed_at, l.written_at) as written_at, l.org_id
      from contact_log l
      where l.org_id = any (orgs) and l.text_state = 'waiting' and l.deleted_at is null
        and (after is null or l.text_id > after) and l.cadre_id <> app_person() and line_stands(l.id)
      order by l.text_id limit at_most
    ), answers as (
      select d.answer_id as id, 'answer' as kind, d.answer as text, d.answered_at as written_at, d.org_id
      from log_dispute d
      where d.org_id = any (orgs) and d.answer_state = 'waiting' and d.settled_at is null
        and (after is null or d.answer_id > after) and d.cadre_id <> app_person() and answer_stands(d.id)
      order by d.answer_id limit at_most
    ), found as (
      select jsonb_build_object(
        'textId', f.id, 'kind', f.kind, 'text', f.text, 'writtenAt', f.written_at, 'orgName', o.short_name
      ) as one
      from (select * from lines union all select * from answers) f join org o on o.id = f.org_id
      union all
      select unit::jsonb || '{"kind": "unit"}' from unnest(units_waiting(after, at_most)) as unit
    )
    select one::text from found order by one ->> 'textId' limit at_most
  );
end
$$;

-- The log whose line a text is or was, and the dispute whose answer, while it is there for the actor to read.
create function log_of_text(of_text uuid) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select id from contact_log
    where text_id = of_text and deleted_at is null and app_reads_of(cadre_id, org_id) and line_stands(id)
  );
end
$$;
create function dispute_of_text(of_text uuid) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select id from log_dispute
    where answer_id = of_text and settled_at is null and app_reads_of(cadre_id, org_id) and answer_stands(id)
  );
end
$$;

-- D9.8 Who is looked at by reading a text, and how, for the log of looks: who wrote a unit, those of whom a line or an
-- answer tells. None when it is not there for the actor to read (any more). As JSON.
create function text_looks(of_text uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(
    select json_build_object('personId', id, 'look', look)::text from (
      select text_writer(of_text) as id, 'text' as look
      union
      select youth_id, 'line' from contact_log_mark where log_id = log_of_text(of_text)
      union
      select youth_id, 'line' from contact_log_mark where dispute_id = dispute_of_text(of_text)
    ) looked where id is not null
  );
end
$$;

-- D9.4 Null when it is not there to be read (any more), false when somebody has answered. What is shown is shown with
-- the answer. Whoever writes about a log takes it first: what is read here is what stands there.
create function answer_text(of_text uuid, show boolean, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  answered text := case when show then 'shown' else 'hidden' end;
  of_dispute uuid := dispute_of_text(of_text);
  of_log uuid := coalesce(log_of_text(of_text), (select log_id from log_dispute where id = of_dispute));
begin
  if of_log is null then
    return answer_unit(of_text, show, at);
  end if;
  perform people_stay(app_person() || array(select youth_id from contact_log_mark where log_id = of_log));
  perform from contact_log where id = of_log for no key update;
  if of_dispute is not null then
    if dispute_of_text(of_text) is null then
      return null;
    end if;
    update log_dispute set answer_state = answered where id = of_dispute and answer_state = 'waiting';
  else
    if log_of_text(of_text) is null then
      return null;
    end if;
    update contact_log set text_state = answered where id = of_log and text_state = 'waiting';
  end if;
  return found;
end
$$;

revoke execute on function drop_waiting(), app_reads_of(uuid, int), line_stands(uuid), answer_stands(uuid), log_of_text(uuid),
  dispute_of_text(uuid), text_looks(uuid), texts_waiting(uuid, int), answer_text(uuid, boolean, timestamptz) from public;
revoke execute on function units_waiting(uuid, int), answer_unit(uuid, boolean, timestamptz), text_writer(uuid) from youth_api;
grant execute on function texts_waiting(uuid, int), text_looks(uuid), answer_text(uuid, boolean, timestamptz) to youth_api;
