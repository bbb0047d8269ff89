-- the same for everybody: arithmetic in place of chance
insert into accounts (id, owner, country, currency, opened_at, closed_at, referred_by)
select n, 'Holder ' || (n % 31), (array['GB', 'FR', 'IT', 'DE', null])[n % 5 + 1],
       (array['GBP', 'EUR', 'USD'])[n % 3 + 1], timestamptz '2026-01-01 00:00+00' + n * interval '31 hours',
       case when n % 9 = 0 then timestamptz '2026-03-25 00:00+00' + n * interval '1 hour' end,
       case when n > 4 then n / 3 end
from generate_series(1, 40) as n;
insert into payments (id, payer, payee, amount, currency, status, created_at, paid_at, reference)
select 1000 + n, n * 7 % 40 + 1, case when n % 11 <> 0 then n * 13 % 40 + 1 end, 100 + n * 7919 % 9900,
       (array['GBP', 'EUR', 'USD'])[(n * 7 % 40 + 1) % 3 + 1], (array['paid', 'paid', 'paid', 'pending', 'failed'])[n * 3 % 5 + 1],
       timestamptz '2026-01-15 00:00+00' + n * interval '107 minutes',
       case when n * 3 % 5 < 3 then timestamptz '2026-01-15 00:00+00' + n * interval '107 minutes' + (n % 50) * interval '1 hour' end,
       case when n % 4 <> 0 then 'order ' || n % 90 end
from generate_series(1, 1000) as n;
insert into refunds (id, payment, amount, created_at, reason)
select 5000 + row_number() over (order by id, part), id, greatest(1, amount / (part + 1)),
       paid_at + part * interval '2 days', case when id % 3 <> 0 then 'reason ' || id % 5 end
from payments cross join generate_series(1, 2) as part
where status = 'paid' and id % 6 = 0 and (part = 1 or id % 4 = 0);
insert into postings (id, account, payment, amount, posted_at)
select 10000 + row_number() over (order by id, side), case side when 1 then payer else payee end, id,
       case side when 1 then -amount else amount end, paid_at
from payments cross join generate_series(1, 2) as side
where status = 'paid' and (side = 1 or payee is not null);
insert into postings (id, account, payment, amount, posted_at)
select 20000 + id, id, null, 50000 + id * 100, opened_at from accounts;
