-- D1.3 The sums of an organisation subtract the contacts that have come due (over 35), which are few: for the province
-- they were looked for among all contacts there are.

create index contact_due on contact (counts_until) where ended_at is null;
