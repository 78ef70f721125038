-- What a caller has used up is one question: calls as before (count_calls stays for the functions that run until the new
-- ones are deployed), and codes tried in vain. It is looked up by the key however small the table was when a connection
-- planned it: with an empty one it plans to read all of it, keeps that plan, and each call pays for all who call.
create function count_caller(
  of_person uuid, more int, span_ms int, of_codes text,
  out calls int, out until_ms bigint, out codes int, out codes_until_ms bigint
) language plpgsql strict set enable_seqscan = off as $$
declare
  of_calls text := 'call:p:' || of_person;
  at_ms bigint := extract(epoch from now()) * 1000;
begin
  if more = 0 then
    select points, expire into calls, until_ms from rate_limit where key = of_calls and expire > at_ms;
  else
    insert into rate_limit as counted (key, points, expire) values (of_calls, more, at_ms + span_ms)
    on conflict (key) do update set
      points = case when counted.expire <= at_ms then more else counted.points + more end,
      expire = case when counted.expire <= at_ms then excluded.expire else counted.expire end
    returning points, expire into calls, until_ms;
  end if;
  select points, expire into codes, codes_until_ms from rate_limit where key = of_codes and expire > at_ms;
  calls := coalesce(calls, 0);
  until_ms := coalesce(until_ms, 0);
  codes := coalesce(codes, 0);
  codes_until_ms := coalesce(codes_until_ms, 0);
end
$$;
revoke execute on function count_caller(uuid, int, int, text) from public;
grant execute on function count_caller(uuid, int, int, text) to youth_api;
