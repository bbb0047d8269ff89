with counted as (
    select distinct on (listing_id, warehouse) listing_id, warehouse, quantity
    from stock_counts
    order by listing_id, warehouse, counted_at desc, id desc
)
select coalesce(s.listing_id, c.listing_id) as listing_id, coalesce(s.warehouse, c.warehouse) as warehouse,
       s.quantity as in_stock, c.quantity as counted
from stock as s
full join counted as c on c.listing_id = s.listing_id and c.warehouse = s.warehouse
where coalesce(s.quantity, 0) <> coalesce(c.quantity, 0);
