update listings as g
set delisted_at = s.counted_at
from (
    select listing_id, max(counted_at) as counted_at
    from stock
    group by listing_id
    having sum(quantity) = 0
) as s
where s.listing_id = g.id and g.delisted_at is null;
