select listing_id, buyer_id, max(stars) as stars
from reviews
group by listing_id, buyer_id
having max(stars) is not null;
