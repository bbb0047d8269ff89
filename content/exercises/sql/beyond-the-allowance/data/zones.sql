insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'Europe/Berlin', '2026-01-10 09:00+00'), (2, 'Kestrel', 'US', 'America/Los_Angeles', '2026-01-10 09:00+00');
insert into usage_events (id, customer_id, key, happened_at, body) values
    (1, 1, 'a', '2026-03-31 21:59:59+00', '{"units": 90}'), (2, 1, 'b', '2026-03-31 22:00+00', '{"units": 90}'),
    (3, 1, 'c', '2026-04-01 12:00+00', '{"units": 20}'),    (4, 2, 'a', '2026-04-01 06:59:59+00', '{"units": 90}'),
    (5, 2, 'b', '2026-03-30 07:00+00', '{"units": 70}'),    (6, 2, 'c', '2026-04-01 07:00+00', '{"units": 50}');
