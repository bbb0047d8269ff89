insert into customers (id, name, country, zone, signed_up_at) values (1, 'Juniper', 'DE', 'UTC', '2026-01-10 09:00+00');
insert into plans (id, name, price, months, allowance) values (1, 'Small', 1500, 1, 100);
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-10 09:05+00'), (12, 1, '2026-01-10 09:05+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (1, 11, 1, 1, '2026-01-10', '2026-02-10'), (2, 11, 1, 1, '2026-02-09', '2026-02-20'),
    (3, 11, 1, 1, '2026-02-10', '2026-02-15'), (4, 12, 1, 1, '2026-01-15', '2026-01-20'),
    (5, 11, 1, 1, '2025-12-01', '2026-01-10'), (6, 11, 1, 1, '2026-02-20', null);
