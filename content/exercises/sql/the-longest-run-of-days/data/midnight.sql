insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'Europe/London', 0, '2025-07-01 00:00+00'), (2, 'Birte', 'America/New_York', 0, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Kettle', 100, '2026-01-01 00:00+00'), (2, 2, 'Rake', 100, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipping) values
    (11, 1, 'paid', '2026-03-28 23:30+00', 0), (12, 1, 'paid', '2026-03-29 23:30+00', 0),
    (13, 1, 'paid', '2026-03-31 12:00+00', 0), (14, 1, 'paid', '2026-04-01 02:00+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 1), (102, 12, 1, 1, 1), (103, 13, 1, 1, 1), (104, 13, 2, 1, 1), (105, 14, 2, 1, 1);
