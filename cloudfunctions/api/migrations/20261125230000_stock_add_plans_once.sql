-- The same function in PL/pgSQL, which plans its statement once in a session; in SQL it was planned anew for every
-- contact, and took more than half of the time of writing one.

create or replace function stock_add(of_post uuid, of_field text, n int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update stock set
    held = held + n,
    enterprise = enterprise + n * (of_field = 'enterprise')::int,
    rural = rural + n * (of_field = 'rural')::int,
    government = government + n * (of_field = 'government')::int,
    school = school + n * (of_field = 'school')::int,
    community = community + n * (of_field = 'community')::int,
    social_org = social_org + n * (of_field = 'socialOrg')::int,
    new_media = new_media + n * (of_field = 'newMedia')::int
  where post_id = of_post;
end
$$;
