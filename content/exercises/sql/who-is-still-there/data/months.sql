insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'UTC',              '2026-01-01 00:00+00'),
    (2, 'Kestrel', 'US', 'UTC',              '2026-01-31 23:59:59+00'),
    (3, 'Larch',   'NZ', 'Pacific/Auckland', '2026-01-31 11:00+00'),
    (4, 'Moss',    'DE', 'UTC',              '2025-12-31 23:00+00');
insert into usage_events (id, customer_id, key, happened_at, body) values
    (501, 1, 'a', '2026-01-01 00:00+00', null),    (502, 1, 'b', '2026-01-30 00:00+00', null),
    (503, 1, 'c', '2026-03-01 00:00+00', null),    (504, 2, 'a', '2026-02-28 23:59:59+00', null),
    (505, 2, 'b', '2026-02-01 00:00+00', null),    (506, 3, 'a', '2026-02-28 11:00+00', null),
    (507, 3, 'b', '2026-03-31 11:00+00', null),    (508, 4, 'a', '2026-01-31 23:00+00', null),
    (509, 4, 'b', '2026-04-01 00:00+00', null),    (510, 2, 'c', '2026-03-02 00:00+00', null);
