insert into sellers (id, name, zone, fee, joined_at) values (1, 'Aldous', 'UTC', 500, '2025-07-01 00:00+00');
insert into listings (id, seller_id, title, price, listed_at) values (1, 1, 'Pen', 100, '2026-01-01 00:00+00');
insert into buyers (id, name, email) values (1, 'Nadia', 'nadia@mail.example'), (2, 'Omar', 'omar@mail.example');
insert into reviews (id, listing_id, buyer_id, stars, written_at) values
    (1, 1, 1, null, '2026-03-05 10:00+00'), (2, 1, 1, null, '2026-03-05 10:00+00'),
    (3, 1, 1, 1, '2026-03-05 10:00+00'), (4, 1, 2, null, '2026-03-05 10:00+00');
