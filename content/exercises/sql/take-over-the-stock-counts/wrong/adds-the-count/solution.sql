insert into stock (listing_id, warehouse, quantity, counted_at)
select distinct on (listing_id, warehouse) listing_id, warehouse, quantity, counted_at
from stock_counts
order by listing_id, warehouse, counted_at desc, id desc
on conflict (listing_id, warehouse) do update
set quantity = stock.quantity + excluded.quantity, counted_at = excluded.counted_at
where stock.counted_at < excluded.counted_at;
