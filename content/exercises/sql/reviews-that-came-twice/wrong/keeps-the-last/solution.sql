delete from reviews
where id not in (select max(id) from reviews group by listing_id, buyer_id, stars, written_at);
