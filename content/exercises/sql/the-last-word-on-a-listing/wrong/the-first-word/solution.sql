select listing_id, buyer_id, stars
from (
    select distinct on (listing_id, buyer_id) listing_id, buyer_id, stars
    from reviews
    order by listing_id, buyer_id, written_at, id
) as latest
where stars is not null;
