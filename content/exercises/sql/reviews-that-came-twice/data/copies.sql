insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values
    (1, 1, 'Pen', 100, '2026-01-01 00:00+00'), (2, 1, 'Ink', 100, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example'), (2, 'Omar', 'omar@mail.example');
insert into reviews (id, listing_id, buyer_id, stars, written_at) values
    (9, 1, 1, 5, '2026-03-05 10:00+00'), (3, 1, 1, 5, '2026-03-05 10:00+00'), (7, 1, 1, 5, '2026-03-05 10:00+00'),
    (4, 1, 1, 4, '2026-03-05 10:00+00'), (5, 1, 1, 5, '2026-03-06 10:00+00'), (6, 1, 2, 5, '2026-03-05 10:00+00'),
    (8, 2, 1, 5, '2026-03-05 10:00+00');
