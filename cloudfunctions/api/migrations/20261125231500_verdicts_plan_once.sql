-- The same functions in PL/pgSQL, which plans a statement once in a session. In SQL, a function that runs with its
-- owner's rights is planned anew at every call, and planning takes longer than running.

create or replace function app_scope() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(o.path || '%'), '{}')
    from administrator a join org o on o.id = a.org_id
    where a.person_id = app_person() and a.from_day <= app_day() and (a.until_day is null or app_day() < a.until_day)
  );
end
$$;

create or replace function session_person(of_token bytea, at timestamptz) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select s.person_id from session s join person p on p.id = s.person_id
    where s.token_hash = of_token and s.ended_at is null and at < s.expires_at and p.closed_at is null
  );
end
$$;

create or replace function account_person(of_app text, of_openid text) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select a.person_id from account a join person p on p.id = a.person_id
    where a.app_id = of_app and a.openid = of_openid and p.closed_at is null
  );
end
$$;

create or replace function code_person(of_kind text, of_hash bytea) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select person_id from code where kind = of_kind and hash = of_hash and revoked_at is null);
end
$$;

create or replace function youth_holders(of_youth uuid) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select count(*)::int from contact where youth_id = of_youth and ended_at is null);
end
$$;

create or replace function youth_agreed(of_youth uuid, of_version int) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from consent where person_id = of_youth and version >= of_version);
end
$$;

create or replace function youth_blocks(of_youth uuid, of_cadre uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from block where youth_id = of_youth and cadre_id = of_cadre);
end
$$;

create or replace function minor_approved(of_cadre uuid, on_day date) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from minor_approval
    where cadre_id = of_cadre and from_day <= on_day and (until_day is null or on_day < until_day)
  );
end
$$;
