insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'UTC', 0, '2025-07-01 00:00+00'), (2, 'Birte', 'UTC', 0, '2025-07-01 00:00+00'),
    (3, 'Chieko', 'UTC', 0, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Kettle', 100, '2026-01-01 00:00+00'), (2, 2, 'Rake', 100, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipping) values
    (11, 1, 'paid',      '2026-03-01 10:00+00', 0), (12, 1, 'paid', '2026-03-02 10:00+00', 0),
    (13, 1, 'cancelled', '2026-03-03 10:00+00', 0), (14, 1, 'paid', '2026-03-04 10:00+00', 0),
    (15, 1, 'paid',      '2026-03-04 18:00+00', 0), (16, 1, 'paid', '2026-03-05 10:00+00', 0),
    (17, 1, 'paid',      '2026-03-07 10:00+00', 0), (18, 1, 'paid', '2026-03-08 10:00+00', 0),
    (19, 1, 'paid',      '2026-03-09 10:00+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 1), (102, 12, 1, 1, 1), (103, 13, 1, 1, 1), (104, 14, 1, 1, 1), (105, 15, 1, 1, 1),
    (106, 16, 1, 1, 1), (107, 12, 2, 1, 1), (108, 17, 2, 1, 1), (109, 18, 2, 1, 1), (110, 19, 2, 1, 1);
