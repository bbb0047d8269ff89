insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into categories (id, name, parent_id) values
    (1, 'Home', null), (2, 'Garden', null), (3, 'Lamps', 1), (4, 'Sheds', 2), (5, 'Rugs', 1), (6, 'Music', null);
insert into listings (id, seller_id, category_id, title, price, listed_at, delisted_at) values
    (1, 1, 3,    'Desk lamp', 100, '2026-01-01 00:00+00', null),
    (2, 1, 3,    'Lantern',   100, '2026-01-01 00:00+00', '2026-03-01 00:00+00'),
    (3, 1, 4,    'Shed',      100, '2026-01-01 00:00+00', '2026-03-01 00:00+00'),
    (4, 1, null, 'Riddle',    100, '2026-01-01 00:00+00', null);
