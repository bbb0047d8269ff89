insert into customers (id, name, country, zone, signed_up_at)
select n, 'Customer ' || n, 'DE', 'UTC', '2025-01-10 09:00+00' from generate_series(1, 8) as n;
insert into plans (id, name, price, months, allowance) values
    (1, 'Small', 1500, 1, 100), (2, 'Tiny', 1, 1, 100), (3, 'Nearly free', 5, 12, 100);
insert into subscriptions (id, customer_id, created_at)
select 10 + n, n, '2025-01-10 09:05+00' from generate_series(1, 8) as n;
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (1, 11, 1, 1, '2026-02-01', '2026-03-01'), (2, 12, 1, 1, '2026-03-01', null),
    (3, 13, 1, 1, '2026-01-01', '2026-02-01'), (4, 13, 1, 1, '2026-02-02', null),
    (5, 14, 1, 1, '2026-01-01', '2026-02-02'), (6, 15, 1, 1, '2026-02-02', '2026-03-02'),
    (7, 16, 2, 1, '2026-01-01', '2026-01-31'), (8, 16, 2, 1, '2026-02-27', null),
    (9, 17, 1, 2, '2026-01-31', '2026-02-28'), (10, 17, 1, 1, '2026-02-28', null),
    (11, 15, 2, 7, '2026-03-02', null),        (12, 12, 2, 7, '2026-02-28', '2026-03-01'),
    (13, 18, 3, 1, '2026-02-01', '2026-02-20'), (14, 18, 1, 1, '2026-02-20', null);
