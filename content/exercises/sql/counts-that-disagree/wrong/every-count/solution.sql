select coalesce(s.listing_id, c.listing_id) as listing_id, coalesce(s.warehouse, c.warehouse) as warehouse,
       s.quantity as in_stock, c.quantity as counted
from stock as s
full join stock_counts as c on c.listing_id = s.listing_id and c.warehouse = s.warehouse
where s.quantity is distinct from c.quantity;
