update listings as g
set delisted_at = coalesce((select max(s.counted_at) from stock as s where s.listing_id = g.id), g.listed_at)
where g.delisted_at is null
  and coalesce((select sum(s.quantity) from stock as s where s.listing_id = g.id), 0) = 0;
