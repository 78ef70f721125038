-- Calls are written down several at a time, by the process that has counted them; none, and this only reads. A span of
-- time begins with what is written first in it. (count_call stays for the functions that run until the new ones are
-- deployed, as does their right to write the outcome of a request anew: a refusal is remembered in a row of its own now.)
create function count_calls(of_person uuid, more int, span_ms int, out calls int, out until_ms bigint)
language plpgsql strict as $$
declare
  of_key text := 'call:p:' || of_person;
  at_ms bigint := extract(epoch from now()) * 1000;
begin
  if more = 0 then
    select points, expire into calls, until_ms from rate_limit where key = of_key and expire > at_ms;
    calls := coalesce(calls, 0);
    until_ms := coalesce(until_ms, 0);
    return;
  end if;
  insert into rate_limit as counted (key, points, expire) values (of_key, more, at_ms + span_ms)
  on conflict (key) do update set
    points = case when counted.expire <= at_ms then more else counted.points + more end,
    expire = case when counted.expire <= at_ms then excluded.expire else counted.expire end
  returning points, expire into calls, until_ms;
end
$$;
revoke execute on function count_calls(uuid, int, int) from public;
grant execute on function count_calls(uuid, int, int) to youth_api;
