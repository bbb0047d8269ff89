with counted as (
    select distinct on (listing_id, warehouse) listing_id, warehouse, quantity
    from stock_counts
    order by listing_id, warehouse, counted_at desc, id desc
)
select s.listing_id, s.warehouse, s.quantity as in_stock, c.quantity as counted
from stock as s
left join counted as c on c.listing_id = s.listing_id and c.warehouse = s.warehouse
where s.quantity is distinct from c.quantity;
