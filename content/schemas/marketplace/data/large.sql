-- arithmetic takes the place of chance, so that everybody meets the same year
insert into sellers (id, name, zone, fee, joined_at)
select n, 'Seller ' || n % 27, (array['Europe/London', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata', 'UTC'])[n % 5 + 1],
       500 + n * 75 % 900, timestamptz '2025-01-01 00:00+00' + n * interval '53 hours'
from generate_series(1, 30) as n;
insert into categories (id, name, parent_id)
select n, 'Category ' || n, case when n > 3 then n / 3 end
from generate_series(1, 25) as n;
insert into listings (id, seller_id, category_id, title, price, listed_at, delisted_at)
select n, n * 11 % 29 + 1, case when n % 13 <> 0 then n * 7 % 24 + 1 end, 'Listing ' || n, 100 + n * 7919 % 9000,
       timestamptz '2025-04-01 00:00+00' + n * interval '9 hours',
       case when n % 17 = 0 then timestamptz '2026-02-01 00:00+00' + n * interval '5 hours' end
from generate_series(1, 200) as n;
insert into buyers (id, name, email)
select n, 'Buyer ' || n % 140, 'buyer' || n || '@mail.example'
from generate_series(1, 150) as n;
insert into orders (id, buyer_id, status, placed_at, shipped_at, shipping)
select 1000 + n, n * 37 % 145 + 1, (array['shipped', 'shipped', 'paid', 'placed', 'cancelled', 'shipped'])[n * 5 % 6 + 1],
       timestamptz '2025-07-01 00:00+00' + n * interval '347 minutes',
       case when n * 5 % 6 in (0, 1, 5)
            then timestamptz '2025-07-01 00:00+00' + n * interval '347 minutes' + (n * 29 % 97) * interval '50 minutes' end,
       (n % 4) * 150
from generate_series(1, 1500) as n;
insert into order_lines (id, order_id, listing_id, quantity, price)
select 10000 + row_number() over (order by o.id, part), o.id, l.id, (o.id * 3 + part) % 4 + 1, greatest(l.price - part * 10, 0)
from orders as o
cross join generate_series(1, 3) as part
join listings as l on l.id = (o.id * 17 + part * 41) % 190 + 1
where part <= o.id % 3 + 1;
insert into reviews (id, listing_id, buyer_id, stars, written_at)
select 20000 + n, n * 31 % 180 + 1, n * 7 % 60 + 1, case when n / 5 % 9 <> 0 then (n / 7 + n) % 5 + 1 end,
       timestamptz '2025-08-01 00:00+00' + (n * 61 % 800) * interval '9 hours'
from generate_series(1, 800) as n;
insert into stock (listing_id, warehouse, quantity, counted_at)
select n, (array['north', 'south'])[n % 2 + 1], n % 40, timestamptz '2026-03-01 00:00+00' + n % 9 * interval '1 day'
from generate_series(1, 120) as n;
insert into stock_counts (id, listing_id, warehouse, quantity, counted_at)
select 30000 + n, n * 7 % 160 + 1, (array['north', 'south'])[n % 2 + 1], n % 50,
       timestamptz '2026-03-01 00:00+00' + n * 5 % 17 * interval '1 day'
from generate_series(1, 400) as n;
insert into payouts (id, seller_id, amount, paid_at)
select 40000 + n, n % 28 + 1, 1000 + n * 379 % 20000,
       case when n % 5 <> 0 then timestamptz '2025-08-01 00:00+00' + n * interval '2 days' end
from generate_series(1, 120) as n;
