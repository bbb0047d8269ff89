insert into customers (id, name, country, zone, signed_up_at) values (1, 'Juniper', 'DE', 'UTC', '2026-01-10 09:00+00');
insert into plans (id, name, price, months, allowance) values
    (1, 'Small', 1500, 1, 100), (2, 'By the year', 18000, 12, 100), (3, 'Odd', 31, 1, 100);
insert into subscriptions (id, customer_id, created_at) values (11, 1, '2026-01-10 09:05+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (1, 11, 1, 1, '2025-12-01', '2026-01-01'), (2, 11, 1, 1, '2025-12-31', '2026-01-02'),
    (3, 11, 1, 2, '2026-01-31', '2026-02-02'), (4, 11, 2, 1, '2026-01-10', '2026-02-10'),
    (5, 11, 1, 1, '2026-03-31', null),         (6, 11, 1, 1, '2026-04-01', null),
    (7, 11, 3, 5, '2025-01-01', '2027-01-01'), (8, 11, 1, 1, '2026-02-28', '2026-03-01');
