insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00'), (2, 'Birte', 'UTC', 1, '2025-07-01 00:00+00'),
    (3, 'Chieko', 'UTC', 10000, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Button', 10, '2026-01-01 00:00+00'), (2, 2, 'House', 10, '2026-01-01 00:00+00'),
    (3, 3, 'Gift', 10, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipping) values
    (11, 1, 'paid', '2026-03-01 10:00+00', 0), (12, 1, 'placed', '2026-03-01 10:00+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 10), (102, 11, 1, 3, 10), (103, 11, 1, 5, 10), (104, 11, 2, 4, 1249), (105, 11, 2, 4, 1250),
    (106, 12, 3, 1, 700), (107, 11, 3, 1, 701);
