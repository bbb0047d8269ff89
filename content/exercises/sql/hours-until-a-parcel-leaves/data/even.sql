insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values (1, 1, 'Pen', 100, '2026-01-01 00:00+00');
insert into orders (id, buyer_id, status, placed_at, shipped_at, shipping) values
    (11, 1, 'shipped',   '2026-02-28 23:59:59+00', '2026-03-01 00:59:59+00', 0),
    (12, 1, 'shipped',   '2026-03-01 00:00+00',    '2026-03-01 01:00+00', 0),
    (13, 1, 'shipped',   '2026-03-05 10:00+00',    '2026-03-05 13:15+00', 0),
    (14, 1, 'shipped',   '2026-03-06 10:00+00',    '2026-03-07 14:00+00', 0),
    (15, 1, 'shipped',   '2026-03-31 20:00+00',    '2026-04-05 20:00+00', 0),
    (16, 1, 'cancelled', '2026-03-09 10:00+00',    '2026-03-29 10:00+00', 0),
    (17, 1, 'shipped',   '2025-03-09 10:00+00',    '2025-03-09 10:30+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 12, 1, 1, 1), (102, 12, 1, 1, 1), (103, 12, 1, 1, 1), (104, 13, 1, 1, 1), (105, 14, 1, 1, 1), (106, 15, 1, 1, 1);
