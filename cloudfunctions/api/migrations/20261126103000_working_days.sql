-- D10.3 The State Council's calendar: of each year that is published, the weekdays that are off, and the week-end days
-- that are worked (调休). A year that is not here is unknown.
create table work_year (
  year int primary key check (year between 2000 and 2100),
  off date[] not null,
  worked date[] not null
);
comment on table work_year is 'D10.3 a year without a row is unknown';

insert into work_year (year, off, worked) values
  (2024, '{2024-01-01,2024-02-12,2024-02-13,2024-02-14,2024-02-15,2024-02-16,2024-04-04,2024-04-05,2024-05-01,
     2024-05-02,2024-05-03,2024-06-10,2024-09-16,2024-09-17,2024-10-01,2024-10-02,2024-10-03,2024-10-04,
     2024-10-07}',
   '{2024-02-04,2024-02-18,2024-04-07,2024-04-28,2024-05-11,2024-09-14,2024-09-29,2024-10-12}'),
  (2025, '{2025-01-01,2025-01-28,2025-01-29,2025-01-30,2025-01-31,2025-02-03,2025-02-04,2025-04-04,2025-05-01,
     2025-05-02,2025-05-05,2025-06-02,2025-10-01,2025-10-02,2025-10-03,2025-10-06,2025-10-07,2025-10-08}',
   '{2025-01-26,2025-02-08,2025-04-27,2025-09-28,2025-10-11}'),
  (2026, '{2026-01-01,2026-01-02,2026-02-16,2026-02-17,2026-02-18,2026-02-19,2026-02-20,2026-02-23,2026-04-06,
     2026-05-01,2026-05-04,2026-05-05,2026-06-19,2026-09-25,2026-10-01,2026-10-02,2026-10-05,2026-10-06,
     2026-10-07}',
   '{2026-01-04,2026-02-14,2026-02-28,2026-05-09,2026-09-20,2026-10-10}');

alter table work_year enable row level security;
create policy known on work_year for select using (true);
grant select on work_year to youth_api;
