delete from reviews as r
where exists (
    select 1
    from reviews as o
    where o.id <> r.id and o.listing_id = r.listing_id and o.buyer_id = r.buyer_id
      and o.stars is not distinct from r.stars and o.written_at = r.written_at
);
