-- D8.2 Whether the actor looks after a site, or has done so since a moment: a contact's phone keeps codes of the next minutes.
create function looked_after(of_site uuid, since timestamptz) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from site where id = of_site and contact_id = app_person())
    or exists (
      select from site_change
      where site_id = of_site and was_id = app_person() and act in ('contact', 'contactEnded') and at >= since
    );
end
$$;
revoke execute on function looked_after(uuid, timestamptz) from public;
grant execute on function looked_after(uuid, timestamptz) to youth_api;
