insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'UTC', '2026-01-10 09:00+00'), (2, 'Kestrel', 'US', 'UTC', '2026-01-10 09:00+00');
insert into usage_events (id, customer_id, key, happened_at, body) values
    (9, 1, 'a', '2026-02-10 10:00+00', null), (2, 2, 'b', '2026-02-10 10:10+00', null),
    (7, 1, 'c', '2026-02-10 10:25+00', null), (5, 1, 'd', '2026-02-10 10:50+00', null),
    (3, 2, 'e', '2026-02-10 10:41+00', null), (8, 1, 'f', '2026-02-10 11:20:01+00', null),
    (1, 1, 'g', '2026-02-10 23:50+00', null), (4, 1, 'h', '2026-02-11 00:15+00', null),
    (6, 1, 'i', '2026-02-11 10:00+00', null);
