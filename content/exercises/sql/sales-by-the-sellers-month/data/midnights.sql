insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'Europe/London',    0, '2025-12-01 00:00+00'),
    (2, 'Birte',  'America/New_York', 0, '2025-12-01 00:00+00'),
    (3, 'Chieko', 'Asia/Kolkata',     0, '2025-12-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Kettle', 100, '2026-01-01 00:00+00'), (2, 2, 'Rake', 100, '2026-01-01 00:00+00'),
    (3, 3, 'Lamp', 100, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipping) values
    (11, 1, 'paid', '2026-01-31 18:29:59+00', 0), (12, 1, 'paid', '2026-01-31 18:30+00', 0),
    (13, 1, 'paid', '2026-01-31 23:30+00', 0),    (14, 1, 'paid', '2026-02-01 04:59:59+00', 0),
    (15, 1, 'paid', '2026-06-30 22:59:59+00', 0), (16, 1, 'paid', '2026-06-30 23:00+00', 0),
    (17, 1, 'paid', '2026-07-01 03:59:59+00', 0), (18, 1, 'paid', '2026-07-01 04:30+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 3, 1, 1),   (102, 12, 3, 1, 2),   (103, 13, 1, 1, 4),    (104, 13, 2, 1, 8),
    (105, 14, 2, 1, 16),  (106, 15, 1, 1, 32),  (107, 16, 1, 1, 64),   (108, 16, 2, 1, 128),
    (109, 17, 2, 1, 256), (110, 18, 2, 1, 512), (111, 18, 3, 1, 1024);
