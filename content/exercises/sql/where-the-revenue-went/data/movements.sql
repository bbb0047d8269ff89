insert into customers (id, name, country, zone, signed_up_at)
select n, 'Customer ' || n, 'DE', 'UTC', '2025-01-10 09:00+00' from generate_series(1, 8) as n;
insert into plans (id, name, price, months, allowance) values
    (1, 'Small', 1500, 1, 100), (2, 'By the year', 18006, 12, 100), (3, 'Free', 0, 1, 10);
insert into subscriptions (id, customer_id, created_at)
select 10 + n, (n - 1) % 8 + 1, '2025-01-10 09:05+00' from generate_series(1, 9) as n;
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (1, 11, 1, 1, '2026-02-10', null),         (2, 12, 1, 2, '2025-06-01', '2025-09-01'),
    (3, 12, 1, 1, '2026-02-20', null),         (4, 13, 1, 1, '2025-12-01', '2026-02-15'),
    (5, 14, 1, 1, '2026-01-01', '2026-02-10'), (6, 14, 2, 1, '2026-02-10', null),
    (7, 15, 1, 3, '2026-01-01', '2026-02-10'), (8, 15, 1, 2, '2026-02-10', null),
    (9, 16, 3, 1, '2025-06-01', '2026-02-10'), (10, 16, 1, 1, '2026-02-10', null),
    (11, 17, 1, 1, '2025-06-01', null),        (12, 18, 1, 1, '2025-06-01', '2026-02-20'),
    (13, 19, 1, 1, '2025-06-01', '2026-02-05'), (14, 19, 1, 1, '2026-02-05', null);
