-- A policy that asks another table brings that table's policy along, and so on: a statement about a cadre's stock was
-- made of a hundred subplans, and starting it took several times as long as running it. The same questions, asked by
-- functions with the rights of who asks, which plan them once and apart.

-- D10.4 the posts that the actor holds or has held
create function app_posts() returns uuid[]
language plpgsql stable as $$
begin
  return (select coalesce(array_agg(id), '{}') from post where person_id = app_person());
end
$$;

-- D9.4 the cadres who hold the actor
create function app_holders() returns uuid[]
language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(cadre_id), '{}') from contact where youth_id = app_person() and ended_at is null
  );
end
$$;

-- D1.5 whether somebody holds or has held a post that the actor administers today
create function app_administers(of_person uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (
    select from post p join org o on o.id = p.org_id
    where p.person_id = of_person and o.path like any (app_scope())
  );
end
$$;

revoke execute on function app_posts(), app_holders(), app_administers(uuid) from public;
grant execute on function app_posts(), app_holders(), app_administers(uuid) to youth_api;

alter policy see on stock using (
  post_id = any ((select app_posts())::uuid[])
  or exists (select from org o where o.id = stock.org_id and o.path like any ((select app_scope())::text[]))
);

alter policy see on post using (
  person_id = (select app_person())
  or person_id = (select app_presented())
  or person_id = any ((select app_holders())::uuid[])
  or exists (select from org o where o.id = post.org_id and o.path like any ((select app_scope())::text[]))
);

alter policy see on person using (
  closed_at is null
  and (
    id = (select app_person())
    or id = (select app_presented())
    or id = any ((select app_holders())::uuid[])
    or exists (
      select from contact c
      where c.youth_id = person.id and c.cadre_id = (select app_person()) and c.ended_at is null
    )
    or exists (select from block b where b.cadre_id = person.id and b.youth_id = (select app_person()))
    or app_administers(id)
  )
);
