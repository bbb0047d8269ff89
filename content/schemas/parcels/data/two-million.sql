-- depots: 200 rows
insert into depots
select n, 'Depot ' || n
from generate_series(:from, :to) as n;

-- senders: 20_000 rows
insert into senders
select n, 'Shop ' || n
from generate_series(:from, :to) as n;

-- A third of the parcels comes from 20 senders. They come in lorries: 800 parcels booked at one moment.
-- parcels: 1_200_000 rows
insert into parcels
select
    n,
    case when n % 3 = 0 then n * 7919 % 20 + 1 else n * 104729 % 20000 + 1 end,
    n * 15485863 % 199 + 1,
    case
        when n * 48611 % 10007 < 160 then 'moving'
        when n * 48611 % 10007 < 190 then 'held'
        when n * 48611 % 10007 < 200 then 'lost'
        else 'delivered'
    end,
    'GrTk-' || lpad((n * 611953 % 99999989)::text, 8, '0'),
    250 + n * 31 % 40 * 25,
    timestamptz '2026-01-05 06:00+00' + (n / 800) * interval '200 minutes'
from generate_series(:from::bigint, :to) as n;

-- Of every seventh parcel somebody scans the label, five times.
-- scans: 800_000 rows
insert into scans
select n, n * 7919 % 160001 * 7 + 1, timestamptz '2026-01-05 06:00+00' + n * interval '22 seconds'
from generate_series(:from::bigint, :to) as n;
