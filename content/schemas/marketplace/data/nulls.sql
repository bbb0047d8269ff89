insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'Europe/London', 1000, '2025-11-03 09:00+00'),
    (2, 'Birte',  'Asia/Kolkata',     0, '2025-12-01 15:00+00');
insert into categories (id, name, parent_id) values (1, 'Home', null), (2, 'Garden', null), (3, 'Kitchen', 1);
insert into listings (id, seller_id, category_id, title, price, listed_at, delisted_at) values
    (1, 1, null, 'Paring knife', 1300, '2025-11-05 10:00+00', null),
    (2, 1, null, 'Kettle',          0, '2025-11-20 10:00+00', '2026-01-05 10:00+00'),
    (3, 2, 3,    'Rake',         1999, '2025-12-02 16:00+00', null);
insert into buyers (id, name, email) values
    (1, 'Nadia', 'nadia@mail.example'), (2, 'Omar', 'omar@mail.example'), (3, 'Priya', '');
insert into orders (id, buyer_id, status, placed_at, shipped_at, shipping) values
    (11, 1, 'placed',    '2026-03-01 10:00+00', null, 0),
    (12, 1, 'paid',      '2026-03-02 10:00+00', null, 350),
    (13, 2, 'cancelled', '2026-03-03 10:00+00', null, 350),
    (14, 2, 'shipped',   '2026-03-04 10:00+00', '2026-03-06 10:00+00', 350);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 1250),
    (102, 12, 1, 2, 1250),
    (103, 12, 2, 1, 0),
    (104, 13, 3, 1, 1999),
    (105, 14, 1, 1, 1250);
insert into reviews (id, listing_id, buyer_id, stars, written_at) values
    (201, 1, 1, 4,    '2026-03-05 10:00+00'),
    (202, 1, 1, null, '2026-03-06 10:00+00'),
    (203, 1, 2, null, '2026-03-05 10:00+00'),
    (204, 1, 2, 2,    '2026-03-07 10:00+00'),
    (205, 2, 1, null, '2026-03-07 10:00+00');
insert into stock_counts (id, listing_id, warehouse, quantity, counted_at) values
    (401, 1, 'north', 0, '2026-03-20 06:00+00');
insert into payouts (id, seller_id, amount, paid_at) values
    (301, 1, 900, null), (302, 2, 800, '2026-03-09 12:00+00');
