-- endpoints: 3_000 rows
insert into endpoints
select n, 'https://hooks.example.com/' || n
from generate_series(:from, :to) as n;

-- events: 2_200_000 rows
insert into events
select
    n,
    case n % 5 when 0 then 'charge' when 1 then 'refund' when 2 then 'payout' when 3 then 'dispute' else 'invoice' end,
    timestamptz '2026-06-01 00:00+00' + n * interval '3 seconds'
from generate_series(:from::bigint, :to) as n;

-- Retries and fan-out: an event has one or two deliveries, which do not lie side by side.
-- deliveries: 2_800_000 rows
insert into deliveries
select
    n,
    n * 104729 % 2199999 + 1,
    n * 7919 % 2999 + 1,
    case when n * 48611 % 10007 < 50 then 'waiting' when n * 48611 % 10007 < 150 then 'failed' else 'done' end,
    timestamptz '2026-06-01 00:00+00' + n * interval '2400 milliseconds'
from generate_series(:from::bigint, :to) as n;
