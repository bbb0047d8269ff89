insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'UTC', 0, '2025-07-01 00:00+00'), (2, 'Birte', 'UTC', 0, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Kettle', 9, '2026-01-01 00:00+00'), (2, 1, 'Pan',   3, '2026-01-01 00:00+00'),
    (3, 1, 'Knife',  7, '2026-01-01 00:00+00'), (4, 1, 'Lamp',  5, '2026-01-01 00:00+00'),
    (5, 1, 'Bowl',   3, '2026-01-01 00:00+00'), (6, 1, 'Board', 3, '2026-01-01 00:00+00'),
    (7, 2, 'Rake',   9, '2026-01-01 00:00+00'), (8, 2, 'Spade', 4, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipping) values
    (11, 1, 'paid', '2026-03-01 10:00+00', 0), (12, 1, 'cancelled', '2026-03-02 10:00+00', 0),
    (13, 1, 'placed', '2026-03-02 10:00+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 9), (102, 13, 2, 3, 3), (103, 11, 3, 1, 7), (104, 11, 4, 1, 5), (105, 11, 5, 1, 3),
    (106, 12, 6, 9, 3), (107, 11, 7, 1, 9), (108, 12, 8, 9, 4), (109, 13, 8, 1, 4), (110, 13, 8, 1, 4);
