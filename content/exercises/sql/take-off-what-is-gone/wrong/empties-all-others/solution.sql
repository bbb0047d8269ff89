update listings as g
set delisted_at = (
    select max(s.counted_at) from stock as s where s.listing_id = g.id having sum(s.quantity) = 0
);
