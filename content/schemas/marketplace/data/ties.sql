insert into sellers (id, name, zone, fee, joined_at) values
    (1, 'Aldous', 'Europe/London',    1250, '2026-03-01 00:00+00'),
    (2, 'Birte',  'America/New_York',  500, '2026-03-01 00:00+00');
insert into categories (id, name, parent_id) values (1, 'Home', null), (2, 'Kitchen', 1), (3, 'Knives', 2);
insert into listings (id, seller_id, category_id, title, price, listed_at, delisted_at) values
    (1, 1, 1, 'Kettle',  1000, '2026-03-01 00:00+00', null),
    (2, 1, 2, 'Pan',     1000, '2026-03-01 00:00+00', '2026-04-01 00:00+00'),
    (3, 1, 3, 'Knife',   1002, '2026-03-01 00:00+00', null),
    (4, 2, 3, 'Cleaver',   10, '2026-03-01 00:00+00', null);
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example'), (2, 'Omar', 'omar@mail.example');
insert into orders (id, buyer_id, status, placed_at, shipped_at, shipping) values
    (11, 1, 'paid',    '2026-02-28 23:59:59+00', null, 100),
    (12, 1, 'shipped', '2026-03-01 00:00+00',    '2026-03-02 00:00+00', 100),
    (13, 1, 'paid',    '2026-03-29 23:00+00',    null, 100),
    (14, 2, 'shipped', '2026-03-31 22:59:59+00', '2026-04-01 22:59:59+00', 100),
    (15, 2, 'shipped', '2026-03-31 23:00+00',    '2026-04-02 23:00+00', 100),
    (16, 2, 'paid',    '2026-04-01 03:59:59+00', null, 100),
    (17, 2, 'paid',    '2026-04-01 04:00+00',    null, 100);
insert into order_lines (id, order_id, listing_id, quantity, price) values
    (101, 11, 1, 1, 1000),
    (102, 12, 2, 1, 1000),
    (103, 13, 3, 2, 1002),
    (104, 14, 1, 1, 1000),
    (105, 15, 2, 1, 1000),
    (106, 16, 4, 1, 10),
    (107, 17, 4, 3, 10),
    (108, 17, 3, 1, 1002);
insert into reviews (id, listing_id, buyer_id, stars, written_at) values
    (201, 1, 1, 5, '2026-03-05 10:00+00'),
    (202, 1, 1, 1, '2026-03-05 10:00+00'),
    (203, 2, 2, 3, '2026-03-05 10:00+00'),
    (204, 2, 1, 4, '2026-03-05 10:00+00');
insert into stock (listing_id, warehouse, quantity, counted_at) values
    (1, 'north', 4, '2026-03-20 06:00+00'), (2, 'north', 4, '2026-03-20 06:00+00');
insert into stock_counts (id, listing_id, warehouse, quantity, counted_at) values
    (401, 1, 'north', 7, '2026-03-20 06:00+00'),
    (402, 2, 'north', 8, '2026-03-20 06:00:01+00'),
    (403, 3, 'north', 1, '2026-03-20 06:00+00'),
    (404, 3, 'north', 2, '2026-03-20 06:00+00');
insert into payouts (id, seller_id, amount, paid_at) values (301, 1, 3500, '2026-04-01 00:00+00');
