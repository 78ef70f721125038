-- Whoever is found out to be calling has that call counted in the same statement. Counts answer with what they come to
-- and until when (in milliseconds, as all limits are kept); a span of time begins with the first call in it.

create function count_call(of_person uuid, span_ms int, out calls int, out until_ms bigint)
language plpgsql strict as $$
declare
  at_ms bigint := extract(epoch from now()) * 1000;
begin
  insert into rate_limit as counted (key, points, expire) values ('call:p:' || of_person, 1, at_ms + span_ms)
  on conflict (key) do update set
    points = case when counted.expire <= at_ms then 1 else counted.points + 1 end,
    expire = case when counted.expire <= at_ms then excluded.expire else counted.expire end
  returning points, expire into calls, until_ms;
end
$$;

revoke execute on function count_call(uuid, int) from public;
grant execute on function count_call(uuid, int) to youth_api;
