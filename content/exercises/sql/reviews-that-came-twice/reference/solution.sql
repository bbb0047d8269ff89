delete from reviews
where id in (
    select id
    from (
        select id, row_number() over (partition by listing_id, buyer_id, stars, written_at order by id) as copy
        from reviews
    ) as numbered
    where copy > 1
);
