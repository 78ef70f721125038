-- Subscribe messages: how many a person has allowed, and what waits to be sent. Both hang on the WeChat account and go
-- with it: to one that was given back, replaced or closed nothing is sent.

create table message_permit (
  app_id text not null,
  openid text not null,
  kind text not null,
  person_id uuid not null references person (id),
  permits int not null check (permits >= 0),
  primary key (app_id, openid, kind),
  foreign key (app_id, openid) references account on delete cascade
);
create index on message_permit (person_id);
comment on column message_permit.permits is 'one acceptance in WeChat is one message';

create table message (
  id uuid primary key default gen_random_uuid(),
  app_id text not null,
  openid text not null,
  person_id uuid not null references person (id),
  kind text not null,
  about text not null,
  subject text not null,
  made_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  claim uuid,
  held_until timestamptz,
  begun_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('sent', 'unwanted', 'unknown', 'late')),
  unique (person_id, kind, subject),
  foreign key (app_id, openid) references account on delete cascade,
  check ((claim is null) = (held_until is null)),
  check (begun_at is null or claim is not null),
  check ((ended_at is null) = (outcome is null))
);
create index on message (app_id, openid);
create index message_waiting on message (due_at, id) where ended_at is null;
create index message_over on message (ended_at) where ended_at is not null;
comment on column message.subject is 'what it is about by its id, or the day of a daily one: of each there is one message';
comment on column message.begun_at is 'WeChat is being asked: whoever ends now may have sent it';

alter table message_permit enable row level security;
alter table message enable row level security;
create policy own on message_permit for select using (person_id = (select app_person()));
create policy own on message for select using (person_id = (select app_person()));
grant select (person_id, kind, permits) on message_permit to youth_api;
grant select (person_id, kind, made_at, outcome) on message to youth_api;

insert into retention (table_name, since, only_if, days, erase) values ('message', 'ended_at', 'true', 30, null);

-- The actor has allowed one more message of a kind. False where the actor has no account in this app. The person is taken
-- before the account, as by whoever closes it: the permit's row names both.
create function allow_message(of_kind text, of_app text, at_most int) returns boolean
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

-- Uses one permit for a message about something, in the transaction in which that happens. False without a permit, and
-- where there is one already. The account is taken first, as by whoever deletes it.
create function queue_message(of_person uuid, of_kind text, of_about text, of_subject text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  used message_permit;
begin
  perform from account a join message_permit p using (app_id, openid)
  where p.person_id = of_person and p.kind = of_kind and p.permits > 0 for key share of a;
  update message_permit set permits = permits - 1
  where person_id = of_person and kind = of_kind and permits > 0 and app_id = (
    select min(app_id) from message_permit where person_id = of_person and kind = of_kind and permits > 0
  ) returning * into used;
  if not found then
    return false;
  end if;
  insert into message (app_id, openid, person_id, kind, about, subject)
  values (used.app_id, used.openid, of_person, of_kind, of_about, of_subject)
  on conflict (person_id, kind, subject) do nothing;
  if not found then
    update message_permit set permits = permits + 1
    where app_id = used.app_id and openid = used.openid and kind = of_kind;
    return false;
  end if;
  return true;
end
$$;

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

-- Whoever asked for something is told that it was answered.
create function tell_the_answer() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform queue_message(
    coalesce(to_jsonb(new) ->> 'youth_id', to_jsonb(new) ->> 'person_id')::uuid, 'answer', tg_table_name, new.id::text
  );
  return new;
end
$$;
create trigger tell_the_answer after update of answer on application for each row
  when (old.answer is null and new.answer in ('approved', 'refused')) execute function tell_the_answer();
create trigger tell_the_answer after update of answered_at on correction for each row
  when (old.answered_at is null and new.answered_at is not null) execute function tell_the_answer();
create trigger tell_the_answer after update of answered_at on concern for each row
  when (old.answered_at is null and new.answered_at is not null) execute function tell_the_answer();

-- Sending -----------------------------------------------------------------------------------------------------------
-- The clock's role reads neither table. It claims a few, begins each by itself, and says what came of it. What was
-- begun is sent at most once: if nobody says what came of it, it is not begun again.

create function messages_claim(
  of_claim uuid, of_app text, kinds text[], at_most int, held_seconds int, news_hours int
) returns text[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  claimed text[];
begin
  update message set ended_at = now(), outcome = 'unknown'
  where ended_at is null and begun_at is not null and held_until < now();
  update message set ended_at = now(), outcome = 'late'
  where ended_at is null and made_at < now() - make_interval(hours => news_hours)
    and (held_until is null or held_until < now());
  with next as (
    select id from message
    where ended_at is null and begun_at is null and due_at <= now() and (held_until is null or held_until < now())
      and app_id = of_app and kind = any (kinds)
    order by due_at, id limit at_most for update skip locked
  ), taken as (
    update message m set claim = of_claim, held_until = now() + make_interval(secs => held_seconds)
    from next where m.id = next.id
    returning m.id, m.kind, m.about, m.made_at
  )
  select coalesce(array_agg(json_build_object('id', id, 'kind', kind, 'about', about, 'madeAt', made_at)::text), '{}')
  into claimed from taken;
  return claimed;
end
$$;

-- Whose it is, for as long as the claim holds and the account is that person's; else nothing.
create function message_begin(of_message uuid, of_claim uuid) returns text[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  whose text;
begin
  update message set begun_at = now()
  where id = of_message and claim = of_claim and begun_at is null and ended_at is null and held_until > now()
  returning openid into whose;
  return case when whose is null then '{}' else array[whose] end;
end
$$;

create function message_end(of_message uuid, of_claim uuid, of_outcome text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update message set ended_at = now(), outcome = of_outcome
  where id = of_message and claim = of_claim and begun_at is not null and (ended_at is null or outcome = 'unknown');
  return found;
end
$$;

-- WeChat has not sent it, for certain: it is tried again after a while.
create function message_again(of_message uuid, of_claim uuid, after_seconds int) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update message
  set claim = null, held_until = null, begun_at = null, due_at = now() + make_interval(secs => after_seconds)
  where id = of_message and claim = of_claim and ended_at is null;
  return found;
end
$$;

revoke execute on function allow_message(text, text, int), queue_message(uuid, text, text, text), tell_the_answer(),
  messages_claim(uuid, text, text[], int, int, int), message_begin(uuid, uuid), message_end(uuid, uuid, text),
  message_again(uuid, uuid, int) from public;
grant execute on function allow_message(text, text, int) to youth_api;
grant execute on function messages_claim(uuid, text, text[], int, int, int), message_begin(uuid, uuid),
  message_end(uuid, uuid, text), message_again(uuid, uuid, int) to youth_clock;
