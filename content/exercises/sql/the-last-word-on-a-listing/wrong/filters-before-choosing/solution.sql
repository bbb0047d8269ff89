select distinct on (listing_id, buyer_id) listing_id, buyer_id, stars
from reviews
where stars is not null
order by listing_id, buyer_id, written_at desc, id desc;
