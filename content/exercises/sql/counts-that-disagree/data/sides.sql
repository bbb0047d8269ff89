insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Pen', 100, '2026-01-01 00:00+00'), (2, 1, 'Ink', 100, '2026-01-01 00:00+00'),
    (3, 1, 'Pad', 100, '2026-01-01 00:00+00');
insert into stock (listing_id, warehouse, quantity, counted_at) values
    (1, 'north', 5, '2026-03-10 06:00+00'), (1, 'south', 0, '2026-03-10 06:00+00'), (2, 'north', 3, '2026-03-10 06:00+00'),
    (3, 'south', 2, '2026-03-10 06:00+00');
insert into stock_counts (id, listing_id, warehouse, quantity, counted_at) values
    (401, 1, 'north', 4, '2026-03-11 06:00+00'), (402, 1, 'north', 5, '2026-03-12 06:00+00'),
    (403, 2, 'south', 0, '2026-03-12 06:00+00'), (404, 3, 'south', 1, '2026-03-12 06:00+00'),
    (405, 3, 'south', 2, '2026-03-11 06:00+00');
