select listing_id, buyer_id, stars
from (
    select distinct on (listing_id) listing_id, buyer_id, stars
    from reviews
    order by listing_id, written_at desc, id desc
) as latest
where stars is not null;
