insert into stock (listing_id, warehouse, quantity, counted_at)
select listing_id, warehouse, quantity, counted_at
from stock_counts
on conflict (listing_id, warehouse) do update
set quantity = excluded.quantity, counted_at = excluded.counted_at
where stock.counted_at < excluded.counted_at;
