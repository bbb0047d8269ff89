insert into customers (id, name, country, zone, signed_up_at) values (1, 'Juniper', 'DE', 'UTC', '2026-01-10 09:00+00');
insert into plans (id, name, price, months, allowance) values
    (1, 'Old', 1500, 1, 100), (2, 'New', 1900, 1, 100), (3, 'Other', 2900, 1, 100);
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-10 09:05+00'), (12, 1, '2026-01-10 09:05+00'), (13, 1, '2026-01-10 09:05+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (1, 11, 1, 1, '2026-02-28', '2026-03-02'), (2, 11, 1, 2, '2026-03-02', null),
    (3, 12, 1, 3, '2026-03-01', '2026-03-08'), (4, 12, 1, 4, '2026-01-01', '2026-03-01'),
    (5, 12, 3, 5, '2026-03-08', null),         (6, 13, 3, 6, '2026-01-01', '2026-02-20'),
    (7, 13, 1, 7, '2026-02-20', '2026-02-27'), (8, 13, 1, 8, '2026-02-27', null),
    (9, 11, 3, 9, '2026-01-01', '2026-05-01');
