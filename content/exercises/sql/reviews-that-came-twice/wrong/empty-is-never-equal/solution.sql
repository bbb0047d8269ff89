delete from reviews as r
using reviews as first
where first.id < r.id
  and first.listing_id = r.listing_id and first.buyer_id = r.buyer_id
  and first.stars = r.stars and first.written_at = r.written_at;
