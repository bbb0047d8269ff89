insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Pen', 100, '2026-01-01 00:00+00'), (2, 1, 'Ink', 100, '2026-01-01 00:00+00');
insert into stock (listing_id, warehouse, quantity, counted_at) values
    (1, 'north', 10, '2026-03-10 06:00+00'), (1, 'south', 3, '2026-03-10 06:00+00'), (2, 'south', 0, '2026-03-10 06:00+00');
insert into stock_counts (id, listing_id, warehouse, quantity, counted_at) values
    (401, 1, 'north', 6, '2026-03-12 06:00+00'), (402, 1, 'north', 8, '2026-03-11 06:00+00'),
    (403, 1, 'south', 9, '2026-03-09 06:00+00'), (404, 2, 'south', 5, '2026-03-10 06:00:00.001+00'),
    (405, 2, 'north', 4, '2026-03-09 06:00+00'), (406, 2, 'north', 2, '2026-03-08 06:00+00');
