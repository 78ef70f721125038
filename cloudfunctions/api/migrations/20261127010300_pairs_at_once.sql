-- D4.2 For all pairs of a day at once, three numbers a pair, in their order: on how many days of a span the two checked in
-- at one site within some seconds, and on how many each was at any. What was undone or refused is none.
drop function days_together(uuid, uuid, date, date, int);

create function days_together(ones uuid[], others uuid[], from_day date, until_on date, seconds int) returns int[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(n order by place, which), '{}')
    from unnest(ones, others) with ordinality as pair (one, other, place)
    cross join lateral (
      select 1 as which, count(distinct a.day)::int as n
      from check_in a join check_in b on b.site_id = a.site_id and b.day = a.day and b.cadre_id = other
        and b.undone_at is null and b.state <> 'refused'
      where a.cadre_id = one and a.undone_at is null and a.state <> 'refused' and a.day between from_day and until_on
        and abs(extract(epoch from a.at - b.at)) <= seconds
      union all
      select 2, count(distinct day)::int from check_in
      where cadre_id = one and undone_at is null and state <> 'refused' and day between from_day and until_on
      union all
      select 3, count(distinct day)::int from check_in
      where cadre_id = other and undone_at is null and state <> 'refused' and day between from_day and until_on
    ) as told
  );
end
$$;
revoke execute on function days_together(uuid[], uuid[], date, date, int) from public;
grant execute on function days_together(uuid[], uuid[], date, date, int) to youth_clock;
