insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'Europe/London',    1000, '2025-11-03 09:00+00'),
    (2, 'Birte',  'America/New_York', 1250, '2025-12-01 15:00+00'),
    (3, 'Chieko', 'Asia/Tokyo',        800, '2026-02-20 02:00+00');
insert into categories (id, name, parent_id) values
    (1, 'Home', null), (2, 'Kitchen', 1), (3, 'Knives', 2), (4, 'Garden', null);
insert into listings (id, seller_id, category_id, title, price, listed_at, delisted_at) values
    (1, 1, 3,    'Paring knife', 1300, '2025-11-05 10:00+00', null),
    (2, 1, 2,    'Kettle',       3499, '2025-11-20 10:00+00', null),
    (3, 2, 4,    'Rake',         1999, '2025-12-02 16:00+00', null),
    (4, 2, null, 'Mystery box',   999, '2026-03-01 12:00+00', null),
    (5, 3, 1,    'Lamp',         5400, '2026-02-21 01:00+00', '2026-03-25 00:00+00');
insert into buyers (id, name, email) values
    (1, 'Nadia', 'nadia@mail.example'), (2, 'Omar', 'omar@mail.example'), (3, 'Priya', 'priya@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipped_at, shipping) values
    (11, 1, 'shipped',   '2026-03-01 10:00+00', '2026-03-02 12:00+00', 350),
    (12, 1, 'shipped',   '2026-03-08 09:00+00', '2026-03-08 20:00+00', 0),
    (13, 1, 'paid',      '2026-03-08 18:00+00', null, 350),
    (14, 2, 'shipped',   '2026-03-31 23:30+00', '2026-04-02 11:30+00', 350),
    (15, 2, 'cancelled', '2026-04-01 08:00+00', null, 350),
    (16, 3, 'placed',    '2026-04-01 02:00+00', null, 900);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 2, 1250),
    (102, 11, 2, 1, 3499),
    (103, 12, 1, 1, 1300),
    (104, 13, 3, 1, 1999),
    (105, 14, 1, 1, 1300),
    (106, 14, 3, 2, 1899),
    (107, 15, 2, 3, 3499),
    (108, 16, 4, 1, 999);
insert into reviews (id, listing_id, buyer_id, stars, written_at) values
    (201, 1, 1, 5,    '2026-03-05 10:00+00'),
    (202, 1, 1, 3,    '2026-03-12 10:00+00'),
    (203, 3, 2, 4,    '2026-04-05 10:00+00'),
    (204, 1, 2, 2,    '2026-04-05 10:05+00');
insert into stock (listing_id, warehouse, quantity, counted_at) values
    (1, 'north', 10, '2026-03-10 06:00+00'), (2, 'north', 4, '2026-03-10 06:00+00');
insert into stock_counts (id, listing_id, warehouse, quantity, counted_at) values
    (401, 1, 'north', 7, '2026-03-20 06:00+00'),
    (402, 2, 'north', 9, '2026-03-01 06:00+00'),
    (403, 3, 'south', 5, '2026-03-20 06:00+00');
insert into payouts (id, seller_id, amount, paid_at) values
    (301, 1, 4000, '2026-03-15 12:00+00'),
    (302, 2, 1500, null);
