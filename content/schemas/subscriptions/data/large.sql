-- everybody meets the same two years: numbers come from arithmetic
insert into customers (id, name, country, zone, signed_up_at)
select n, 'Customer ' || n % 170, (array['DE', 'US', 'IN', 'GB', null])[n * 3 % 5 + 1],
       (array['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/London', 'UTC', 'America/Sao_Paulo'])[n % 6 + 1],
       timestamptz '2024-06-01 00:00+00' + n * interval '121 hours'
from generate_series(1, 120) as n;
insert into plans (id, name, price, months, allowance) values
    (1, 'Small', 1500, 1, 100), (2, 'Medium', 2900, 1, 400), (3, 'Large', 4900, 1, null),
    (4, 'Medium by the year', 29000, 12, 400), (5, 'Large by the year', 49000, 12, null);
insert into subscriptions (id, customer_id, created_at)
select 1000 + n, (n - 1) % 110 + 1, timestamptz '2024-06-02 00:00+00' + ((n - 1) % 110) * interval '121 hours' + n / 110 * interval '40 days'
from generate_series(1, 240) as n;
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on)
select 5000 + row_number() over (order by s.id, part), s.id, (s.id * 3 + part * 2) % 5 + 1, (s.id + part) % 4 + 1,
       date '2025-06-01' + (s.id % 300)::int + part * 60,
       case when part < 3 or s.id % 3 = 0 then date '2025-06-01' + (s.id % 300)::int + part * 60 + 60
            - (s.id % 4)::int * (part % 2) * 5 + (s.id % 7 / 6)::int * 10 end
from subscriptions as s
cross join generate_series(1, 3) as part
where part <= s.id % 4;
insert into invoices (id, number, customer_id, status, issued_on, due_on)
select 10000 + n, n + n / 37, n * 7 % 115 + 1, (array['paid', 'open', 'paid', 'void', 'paid'])[n % 5 + 1],
       date '2024-08-01' + n % 600, date '2024-08-15' + n % 600
from generate_series(1, 700) as n;
insert into invoice_lines (id, invoice_id, about, amount)
select 20000 + row_number() over (order by i.id, part), i.id, (array['plan', 'use', 'credit'])[part],
       (array[1500, 317, -250])[part] * (i.id % 5 + 1)
from invoices as i
cross join generate_series(1, 3) as part
where part <= i.id % 3 + 1;
insert into receipts (id, invoice_id, amount, received_on)
select 30000 + row_number() over (order by i.id, part), i.id, 700 * (i.id % 4 + 1), i.issued_on + part * 9
from invoices as i
cross join generate_series(1, 2) as part
where part <= i.id % 3 and i.status <> 'void';
insert into usage_events (id, customer_id, key, happened_at, body)
select 40000 + n, n / 4 * 13 % 110 + 1, 'k' || n - (n % 23) / 22,
       timestamptz '2026-02-20 00:00+00' + n / 4 * interval '197 minutes' + n % 4 * (n % 43) * interval '1 minute',
       case when n % 31 <> 0 then jsonb_build_object('kind', (array['export', 'import', 'sync'])[n % 3 + 1], 'units', n * 17 % 60) end
from generate_series(1, 2000) as n;
