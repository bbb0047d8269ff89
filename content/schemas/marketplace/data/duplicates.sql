insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'Europe/London', 1000, '2025-11-03 09:00+00'),
    (2, 'Aldous', 'Europe/London', 1000, '2025-11-03 09:00+00');
insert into categories (id, name, parent_id) values (1, 'Home', null), (2, 'Home', null);
insert into listings (id, seller_id, category_id, title, price, listed_at, delisted_at) values
    (1, 1, 1, 'Kettle', 3499, '2025-11-20 10:00+00', null),
    (2, 1, 1, 'Kettle', 3499, '2025-11-20 10:00+00', null),
    (3, 2, 2, 'Kettle', 3499, '2025-11-20 10:00+00', null);
insert into buyers (id, name, email) values
    (1, 'Nadia', 'nadia@mail.example'), (2, 'Nadia', 'nadia@mail.example'), (3, 'Nadia', 'n@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipped_at, shipping) values
    (11, 1, 'shipped', '2026-03-02 10:00+00', '2026-03-04 10:00+00', 350),
    (12, 1, 'shipped', '2026-03-02 10:00+00', '2026-03-04 10:00+00', 350),
    (13, 2, 'paid',    '2026-03-02 10:00+00', null, 350),
    (14, 2, 'paid',    '2026-03-03 10:00+00', null, 350);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 3499),
    (102, 11, 1, 1, 3499),
    (103, 11, 2, 1, 3499),
    (104, 12, 1, 1, 3499),
    (105, 12, 2, 1, 3499),
    (106, 13, 3, 1, 3499),
    (107, 14, 3, 1, 3499),
    (108, 14, 3, 1, 3499);
insert into reviews (id, listing_id, buyer_id, stars, written_at) values
    (201, 1, 1, 5, '2026-03-05 10:00+00'),
    (202, 1, 1, 5, '2026-03-05 10:00+00'),
    (203, 1, 2, 5, '2026-03-05 10:00+00'),
    (204, 3, 2, 4, '2026-03-05 10:00+00'),
    (205, 3, 2, 2, '2026-03-05 10:00+00');
insert into stock (listing_id, warehouse, quantity, counted_at) values (1, 'north', 4, '2026-03-10 06:00+00');
insert into stock_counts (id, listing_id, warehouse, quantity, counted_at) values
    (401, 1, 'north', 7, '2026-03-20 06:00+00'),
    (402, 1, 'north', 7, '2026-03-20 06:00+00'),
    (403, 1, 'south', 3, '2026-03-20 06:00+00'),
    (404, 2, 'south', 3, '2026-03-19 06:00+00'),
    (405, 2, 'south', 2, '2026-03-20 06:00+00');
insert into payouts (id, seller_id, amount, paid_at) values
    (301, 1, 5000, '2026-03-15 12:00+00'), (302, 1, 5000, '2026-03-15 12:00+00'), (303, 2, 5000, null);
