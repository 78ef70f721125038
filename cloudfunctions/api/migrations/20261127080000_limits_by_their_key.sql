-- Limits are looked up by their key, however small the table was when a connection planned it: with an empty one it plans
-- to read all of it, keeps that plan, and each call pays for all who call.
alter function count_calls(uuid, int, int) set enable_seqscan = off;

create function counted_under(of_key text, out times int, out until_ms bigint)
language plpgsql strict set enable_seqscan = off as $$
begin
  select points, expire into times, until_ms from rate_limit
  where key = of_key and expire > (extract(epoch from now()) * 1000)::bigint;
  times := coalesce(times, 0);
  until_ms := coalesce(until_ms, 0);
end
$$;
revoke execute on function counted_under(text) from public;
grant execute on function counted_under(text) to youth_api;
