delete from reviews
where id not in (select min(id) from reviews group by listing_id, buyer_id);
