-- D9.5 Closing takes effect at once: from then on a site's history says what became of it, and not by whom or of whom.

create or replace function leave_sites() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update site_change set by_name = '' where by_id = new.id;
  update site_change set was = '' where was_id = new.id;
  insert into site_change (id, site_id, act, at, by_id, by_name, was, was_id)
  select gen_random_uuid(), id, 'contactEnded', new.closed_at, new.id, '', '', new.id
  from site where contact_id = new.id;
  update site set contact_id = null, contact_since = null where contact_id = new.id;
  return new;
end
$$;

-- Of those who have closed the account before.
update site_change c set by_name = '' from person p where p.id = c.by_id and p.closed_at is not null;
update site_change c set was = '' from person p where p.id = c.was_id and p.closed_at is not null;

-- D4.2 The policies say who sees a pattern and its check-ins; whoever does not, is told no sites either.
alter function pattern_sites(uuid) security invoker;
