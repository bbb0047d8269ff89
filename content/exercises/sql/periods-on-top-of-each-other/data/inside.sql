insert into customers (id, name, country, zone, signed_up_at) values (1, 'Juniper', 'DE', 'UTC', '2026-01-10 09:00+00');
insert into plans (id, name, price, months, allowance) values (1, 'Small', 1500, 1, 100);
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-10 09:05+00'), (12, 1, '2026-01-10 09:05+00'), (13, 1, '2026-01-10 09:05+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (1, 11, 1, 1, '2026-01-01', '2026-12-31'), (2, 11, 1, 1, '2026-03-01', '2026-04-01'),
    (3, 12, 1, 1, '2026-03-01', '2026-04-01'), (4, 12, 1, 1, '2026-01-01', '2026-12-31'),
    (5, 13, 1, 1, '2026-03-01', null),         (6, 13, 1, 1, '2026-05-01', null),
    (7, 13, 1, 1, '2026-01-01', '2026-03-02');
