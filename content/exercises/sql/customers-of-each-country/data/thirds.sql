insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'Europe/Berlin', '2026-01-10 09:00+00'),
    (2, 'Kestrel', 'DE', 'Europe/Berlin', '2026-01-11 09:00+00'),
    (3, 'Larch',   'DE', 'Europe/Berlin', '2026-01-12 09:00+00'),
    (4, 'Moss',    'AT', 'Europe/Vienna', '2026-01-13 09:00+00'),
    (5, 'Nettle',  null, 'UTC',           '2026-01-14 09:00+00'),
    (6, 'Oak',     null, 'UTC',           '2026-01-14 09:00+00');
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-10 09:05+00'), (12, 1, '2026-02-10 09:05+00'), (13, 1, '2026-03-10 09:05+00'),
    (14, 2, '2026-03-10 09:05+00'), (15, 5, '2026-03-10 09:05+00');
