insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into categories (id, name, parent_id) values
    (9, 'Everything', null), (4, 'Tools', 9), (7, 'Hand tools', 4), (2, 'Saws', 7), (5, 'Fret saws', 2), (3, 'Paper', 9);
insert into listings (id, seller_id, category_id, title, price, listed_at) values
    (1, 1, 5, 'Fret saw', 100, '2026-01-01 00:00+00'), (2, 1, 5, 'Blades', 100, '2026-01-01 00:00+00'),
    (3, 1, 7, 'Hammer', 100, '2026-01-01 00:00+00'),   (4, 1, 9, 'Voucher', 100, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipping) values
    (11, 1, 'paid', '2026-03-01 10:00+00', 0), (12, 1, 'cancelled', '2026-03-01 10:00+00', 0);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 2, 100), (102, 11, 2, 1, 200), (103, 11, 3, 1, 50), (104, 11, 4, 1, 1000), (105, 12, 4, 1, 1),
    (106, 11, 3, 1, 50);
