-- What a cadre writes down of a contact (D2.3, D2.5, D2.6), what the youth says to it, and the figures that follow.
-- Whoever writes takes, in this order: the youth, the people, contacts, the log, what the youth says of it, the cadre's figures.

alter table contact add constraint contact_of_two unique (id, cadre_id, youth_id);

create table contact_log (
  id uuid primary key,
  cadre_id uuid not null references person (id),
  post_id uuid not null,
  org_id int not null,
  task text not null check (task in ('guidance', 'identity', 'activation', 'listening', 'help')),
  way text not null check (way in ('online', 'phone', 'faceToFace')),
  activity boolean not null,
  day date not null,
  late boolean not null,
  text text not null,
  text_state text not null check (text_state in ('shown', 'waiting', 'hidden')),
  hid_text boolean not null default false,
  youths int not null check (youths > 0),
  standing int not null default 0 check (standing >= 0),
  met int not null default 0 check (met between 0 and standing),
  written_at timestamptz not null,
  changed_at timestamptz,
  deleted_at timestamptz,
  foreign key (post_id, cadre_id, org_id) references post (id, person_id, org_id),
  constraint an_activity_is_offline check (not activity or way = 'faceToFace')
);
comment on column contact_log.post_id is 'D10.4, C1 the post that the cadre held on the day of the log';
comment on column contact_log.late is 'D2.5 uploaded more days after its day than the policy allows: it weighs half';
comment on column contact_log.hid_text is 'D9.4 one of its youths has hidden its text: whatever it says later is hidden too';
comment on column contact_log.youths is 'how many it names';
comment on column contact_log.standing is 'in how many of its youths it counts: 0 counts for nothing';
comment on column contact_log.met is 'D2.3 of those, with how many a meeting is proved';
create index on contact_log (cadre_id, day desc, id desc) where deleted_at is null;
create index on contact_log (cadre_id, id desc) where deleted_at is null;
create index on contact_log (post_id, day) where deleted_at is null;
create index contact_log_deleted on contact_log (deleted_at) where deleted_at is not null;

-- "这不是我": the administrator sees this row, and in it neither the youth nor the log's text. The contact is read by
-- nobody; by it the database finds what was answered to a youth, whatever has become of the mark.
create table log_dispute (
  id uuid primary key,
  log_id uuid not null references contact_log (id) on delete cascade,
  contact_id uuid references contact (id) on delete set null,
  cadre_id uuid not null references person (id),
  org_id int not null references org (id),
  raised_at timestamptz not null,
  answer text,
  answer_state text check (answer_state in ('shown', 'waiting', 'hidden')),
  answered_at timestamptz,
  settled_at timestamptz,
  outcome text check (outcome in ('stands', 'struck')),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answer_state is null)),
  check ((settled_at is null) = (outcome is null))
);
create index on log_dispute (log_id);
create index on log_dispute (contact_id);
create index on log_dispute (org_id, raised_at desc, id desc);
create index log_dispute_settled on log_dispute (settled_at) where settled_at is not null;

-- A youth of a log
create table contact_log_mark (
  log_id uuid not null references contact_log (id) on delete cascade,
  contact_id uuid not null,
  cadre_id uuid not null,
  youth_id uuid not null,
  day date not null,
  counts boolean not null,
  state text not null default 'unanswered' check (state in ('unanswered', 'confirmed', 'disputed', 'answered', 'struck')),
  proof text check (proof in ('code', 'tap')),
  hid_text boolean not null default false,
  dispute_id uuid references log_dispute (id) on delete set null,
  primary key (log_id, contact_id),
  foreign key (contact_id, cadre_id, youth_id) references contact (id, cadre_id, youth_id)
);
comment on column contact_log_mark.day is 'of the log';
comment on column contact_log_mark.counts is 'D1.3 not over 35 on the day of the log';
create index on contact_log_mark (youth_id, day desc, log_id desc);
create index on contact_log_mark (youth_id, log_id);
create index on contact_log_mark (contact_id, day desc, log_id desc);
create index contact_log_met on contact_log_mark (cadre_id, youth_id, day)
  where proof is not null and counts and state in ('unanswered', 'confirmed');
create index contact_log_mark_disputed on contact_log_mark (cadre_id, day, log_id) where state = 'disputed';
create index on contact_log_mark (cadre_id, day, youth_id);
create index on contact_log_mark (dispute_id) where dispute_id is not null;

-- What a log said before it was changed
create table contact_log_version (
  id bigint generated always as identity primary key,
  log_id uuid not null references contact_log (id) on delete cascade,
  until_at timestamptz not null,
  task text not null,
  way text not null,
  activity boolean not null,
  day date not null,
  text text not null,
  text_state text not null check (text_state in ('shown', 'waiting', 'hidden')),
  contact_ids uuid[] not null
);
create index on contact_log_version (log_id, id);
create index contact_log_version_about on contact_log_version using gin (contact_ids);
create index contact_log_version_age on contact_log_version (until_at);

-- D2.3 One scanned the other's live code on this day
create table meeting (
  cadre_id uuid not null references person (id),
  youth_id uuid not null references person (id),
  day date not null,
  scanned_by text not null check (scanned_by in ('cadre', 'youth')),
  at timestamptz not null,
  primary key (cadre_id, youth_id, day)
);
create index meeting_age on meeting (at);

-- Figures: flows of a post and a quarter, in the transaction of the record -----------------------------------------------

create table voice_day (
  post_id uuid not null references post (id),
  day date not null,
  on_time int not null check (on_time >= 0),
  late int not null check (late >= 0),
  primary key (post_id, day)
);
comment on table voice_day is 'D2.3 how many logs that count a post has of a day; the day weighs as the heaviest of them';

create table flow (
  post_id uuid not null references post (id),
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  org_id int not null,
  logs int not null check (logs >= 0),
  days_on_time int not null check (days_on_time >= 0),
  days_late int not null check (days_late >= 0),
  met int not null check (met >= 0),
  activities int not null check (activities >= 0),
  primary key (post_id, quarter)
);
create index on flow (org_id, quarter);
comment on column flow.days_late is 'D2.3 days on which there are late logs only';

-- A log begins to count (n = 1) or ceases to (n = -1). One after the other for each cadre: of a day's logs, each must
-- know the others.
create function flow_add(of_log contact_log, n int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  in_quarter date := date_trunc('quarter', of_log.day)::date;
  was_heavy int;
  was_light int;
  heavy int;
  light int;
  more_on_time int;
  more_late int;
begin
  perform pg_advisory_xact_lock(hashtextextended('flow ' || of_log.cadre_id, 0));
  select coalesce(max(v.on_time), 0), coalesce(max(v.late), 0) into was_heavy, was_light
  from voice_day v where v.post_id = of_log.post_id and v.day = of_log.day;
  heavy := was_heavy + n * (not of_log.late)::int;
  light := was_light + n * of_log.late::int;
  more_on_time := (heavy > 0)::int - (was_heavy > 0)::int;
  more_late := (heavy = 0 and light > 0)::int - (was_heavy = 0 and was_light > 0)::int;
  insert into voice_day (post_id, day, on_time, late) values (of_log.post_id, of_log.day, heavy, light)
  on conflict (post_id, day) do update set on_time = excluded.on_time, late = excluded.late;
  update flow f set
    logs = f.logs + n,
    days_on_time = f.days_on_time + more_on_time,
    days_late = f.days_late + more_late,
    met = f.met + n * of_log.met,
    activities = f.activities + n * of_log.activity::int
  where f.post_id = of_log.post_id and f.quarter = in_quarter;
  if not found then
    insert into flow (post_id, quarter, org_id, logs, days_on_time, days_late, met, activities)
    values (of_log.post_id, in_quarter, of_log.org_id, n, more_on_time, more_late, n * of_log.met, n * of_log.activity::int);
  end if;
end
$$;

create function flow_of_log() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.standing > 0 then
    perform flow_add(old, -1);
  end if;
  if new.standing > 0 then
    perform flow_add(new, 1);
  end if;
  return new;
end
$$;
create trigger flow_of_log after update on contact_log for each row
  when (
    (old.standing > 0 or new.standing > 0)
    and (old.standing > 0, old.met, old.post_id, old.day, old.late, old.activity)
      is distinct from (new.standing > 0, new.met, new.post_id, new.day, new.late, new.activity)
  )
  execute function flow_of_log();

-- D2.5 a log counts in a youth who counts, until the youth says "这不是我"
create function mark_stands(mark contact_log_mark) returns int language sql immutable as
  $$ select (mark.counts and mark.state in ('unanswered', 'confirmed'))::int $$;
create function mark_met(mark contact_log_mark) returns int language sql immutable as
  $$ select (mark.counts and mark.state in ('unanswered', 'confirmed') and mark.proof is not null)::int $$;

create function marks_of_log() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    update contact_log l set standing = l.standing + d.standing, met = l.met + d.met
    from (select log_id, sum(mark_stands(f)) as standing, sum(mark_met(f)) as met from fresh f group by log_id) d
    where l.id = d.log_id and (d.standing, d.met) <> (0, 0);
  elsif tg_op = 'DELETE' then
    update contact_log l set standing = l.standing - d.standing, met = l.met - d.met
    from (select log_id, sum(mark_stands(g)) as standing, sum(mark_met(g)) as met from gone g group by log_id) d
    where l.id = d.log_id and (d.standing, d.met) <> (0, 0);
  else
    update contact_log l set standing = l.standing + d.standing, met = l.met + d.met
    from (
      select log_id, sum(standing) as standing, sum(met) as met
      from (
        select log_id, mark_stands(f) as standing, mark_met(f) as met from fresh f
        union all
        select log_id, -mark_stands(g), -mark_met(g) from gone g
      ) changes
      group by log_id
    ) d
    where l.id = d.log_id and (d.standing, d.met) <> (0, 0);
  end if;
  return null;
end
$$;
create trigger marks_made after insert on contact_log_mark referencing new table as fresh
  for each statement execute function marks_of_log();
create trigger marks_changed after update on contact_log_mark referencing new table as fresh old table as gone
  for each statement execute function marks_of_log();
create trigger marks_gone after delete on contact_log_mark referencing old table as gone
  for each statement execute function marks_of_log();

-- A meeting proves what is written down of it already.
create function proof_of_meeting() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  proved uuid[] := array(
    select l.id from contact_log_mark m join contact_log l on l.id = m.log_id
    where m.cadre_id = new.cadre_id and m.youth_id = new.youth_id and m.day = new.day and l.way = 'faceToFace'
  );
begin
  perform from contact_log where id = any (proved) order by id for no key update;
  update contact_log_mark set proof = 'code' where log_id = any (proved) and youth_id = new.youth_id;
  return new;
end
$$;
create trigger proof_of_meeting after insert on meeting for each row execute function proof_of_meeting();

-- Verdicts ---------------------------------------------------------------------------------------------------------------

-- D10.4 The post that the actor holds on a day, and holds until this transaction ends: whoever would end it waits.
create function log_post(on_day date) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held uuid;
begin
  select id into held from post
  where person_id = app_person() and from_day <= on_day and (until_day is null or on_day < until_day)
  for share;
  return held;
end
$$;

-- Who is written about, and who writes: until this transaction ends, none of them closes the account.
create function people_stay(ids uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from person where id = any (ids) order by id for key share;
end
$$;

-- D9.5 Whether a dispute is of two who are in contact still.
create function dispute_lives(of_dispute uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from log_dispute d join contact c on c.id = d.contact_id where d.id = of_dispute and c.ended_at is null
  );
end
$$;

-- Takes a log of the actor's, or one about the actor: until this transaction ends, nobody else writes about it. False
-- when there is none.
create function log_lock(of_log uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from contact_log l
  where l.id = of_log and l.deleted_at is null and (
    l.cadre_id = app_person()
    or exists (select from contact_log_mark m where m.log_id = l.id and m.youth_id = app_person())
  )
  for no key update;
  return found;
end
$$;

-- D9.4 A youth hides the text of a log: nobody reads it any more, nor what it said before.
create function hide_log_text(of_log uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update contact_log_mark set hid_text = true where log_id = of_log and youth_id = app_person();
  if found then
    update contact_log set text_state = 'hidden', hid_text = true where id = of_log;
    update contact_log_version set text = '', text_state = 'hidden' where log_id = of_log;
  end if;
end
$$;

-- D1.3, C5 Which of the youths whom the actor holds hold a post on this day: cadres too, so no ordinary youths. How many
-- cadres hold each of them (D2.2) is told by youth_holders.
create function held_in_post(of_youth uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from post p join contact c on c.youth_id = p.person_id and c.cadre_id = app_person() and c.ended_at is null
    where p.person_id = of_youth and p.from_day <= app_day() and (p.until_day is null or app_day() < p.until_day)
  );
end
$$;

-- Who stands in a dispute, whatever the row says
create function dispute_of_log() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select cadre_id, org_id into new.cadre_id, new.org_id from contact_log where id = new.log_id;
  select contact_id into new.contact_id from contact_log_mark where log_id = new.log_id and youth_id = app_person();
  return new;
end
$$;
create trigger dispute_of_log before insert on log_dispute for each row execute function dispute_of_log();

-- Row-level security -----------------------------------------------------------------------------------------------------
-- The arrows run log, version, dispute → mark.

alter table contact_log enable row level security;
alter table contact_log_mark enable row level security;
alter table contact_log_version enable row level security;
alter table log_dispute enable row level security;
alter table meeting enable row level security;
alter table voice_day enable row level security;
alter table flow enable row level security;

create policy see on contact_log_mark for select using (
  cadre_id = (select app_person()) or youth_id = (select app_person())
);
create policy make on contact_log_mark for insert with check (
  cadre_id = (select app_person()) and state = 'unanswered' and proof is distinct from 'tap'
);
create policy clear on contact_log_mark for delete using (cadre_id = (select app_person()));
create policy say on contact_log_mark for update using (youth_id = (select app_person()))
  with check (youth_id = (select app_person()) and state in ('confirmed', 'disputed', 'struck'));
create policy answer on contact_log_mark for update using (cadre_id = (select app_person()) and state in ('disputed', 'answered'))
  with check (cadre_id = (select app_person()) and state in ('answered', 'struck'));

create policy see on contact_log for select using (
  cadre_id = (select app_person())
  or exists (select from contact_log_mark m where m.log_id = contact_log.id and m.youth_id = (select app_person()))
);
create policy make on contact_log for insert with check (cadre_id = (select app_person()) and deleted_at is null);
create policy change on contact_log for update using (cadre_id = (select app_person()) and deleted_at is null)
  with check (cadre_id = (select app_person()));

create policy see on contact_log_version for select using (
  exists (select from contact_log l where l.id = log_id and l.cadre_id = (select app_person()))
);
create policy make on contact_log_version for insert with check (
  exists (select from contact_log l where l.id = log_id and l.cadre_id = (select app_person()))
);

create policy see on log_dispute for select using (
  cadre_id = (select app_person())
  or exists (select from contact_log_mark m where m.dispute_id = log_dispute.id and m.youth_id = (select app_person()))
  or exists (select from org o where o.id = log_dispute.org_id and o.path like any ((select app_scope())::text[]))
);
create policy raise on log_dispute for insert with check (
  answer is null and settled_at is null
  and exists (select from contact_log_mark m where m.log_id = log_dispute.log_id and m.youth_id = (select app_person()))
);
create policy answer on log_dispute for update using (cadre_id = (select app_person()) and settled_at is null)
  with check (cadre_id = (select app_person()) and outcome is distinct from 'stands');
create policy settle on log_dispute for update using (
  settled_at is null
  and exists (select from contact_log_mark m where m.dispute_id = log_dispute.id and m.youth_id = (select app_person()))
) with check (
  exists (select from contact_log_mark m where m.dispute_id = log_dispute.id and m.youth_id = (select app_person()))
);

create policy of_two on meeting using (cadre_id = (select app_person()) or youth_id = (select app_person()));

create policy own on voice_day for select using (post_id = any ((select app_posts())::uuid[]));
create policy see on flow for select using (
  post_id = any ((select app_posts())::uuid[])
  or exists (select from org o where o.id = flow.org_id and o.path like any ((select app_scope())::text[]))
);

grant select, insert on contact_log, contact_log_mark, contact_log_version, meeting to youth_api;
grant select (id, log_id, cadre_id, org_id, raised_at, answer, answer_state, answered_at, settled_at, outcome), insert
  on log_dispute to youth_api;
grant select on voice_day, flow to youth_api;
grant update (post_id, org_id, task, way, activity, day, late, text, text_state, youths, changed_at, deleted_at) on contact_log to youth_api;
grant update (state, proof, dispute_id) on contact_log_mark to youth_api;
grant update (answer, answer_state, answered_at, settled_at, outcome) on log_dispute to youth_api;
grant delete on contact_log_mark to youth_api;

revoke execute on function flow_add(contact_log, int), flow_of_log(), mark_stands(contact_log_mark), mark_met(contact_log_mark),
  marks_of_log(), proof_of_meeting(), log_post(date), log_lock(uuid), hide_log_text(uuid), held_in_post(uuid), dispute_of_log(),
  people_stay(uuid[]), dispute_lives(uuid) from public;
grant execute on function log_post(date), log_lock(uuid), hide_log_text(uuid), held_in_post(uuid), people_stay(uuid[]),
  dispute_lives(uuid) to youth_api;
