select r.listing_id, r.buyer_id, r.stars
from reviews as r
join (
    select listing_id, buyer_id, max(written_at) as written_at from reviews group by listing_id, buyer_id
) as latest using (listing_id, buyer_id, written_at)
where r.stars is not null;
