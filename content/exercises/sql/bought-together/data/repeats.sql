insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Pen', 100, '2026-01-01 00:00+00'), (2, 1, 'Ink', 100, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipping) values
    (11, 1, 'paid', '2026-03-01 10:00+00', 0), (12, 1, 'paid', '2026-03-01 10:00+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 1), (102, 11, 1, 1, 1), (103, 11, 2, 1, 1), (104, 11, 2, 1, 1), (105, 12, 1, 1, 1);
