insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at, delisted_at) values
    (1, 1, 'Pen', 100, '2026-01-01 00:00+00', null), (2, 1, 'Ink', 100, '2026-01-01 00:00+00', null),
    (3, 1, 'Pad', 100, '2026-01-01 00:00+00', '2026-02-01 00:00+00'), (4, 1, 'Cap', 100, '2026-01-01 00:00+00', null),
    (5, 1, 'Nib', 100, '2026-01-01 00:00+00', null), (6, 1, 'Box', 100, '2026-01-01 00:00+00', '2026-02-02 00:00+00');
insert into stock (listing_id, warehouse, quantity, counted_at) values
    (1, 'north', 0, '2026-03-10 06:00+00'), (1, 'south', 0, '2026-03-12 06:00+00'), (2, 'north', 0, '2026-03-10 06:00+00'),
    (2, 'south', 3, '2026-03-10 06:00+00'), (3, 'north', 0, '2026-03-10 06:00+00'), (5, 'south', 1, '2026-03-10 06:00+00');
