select seller_id, listing_id, sales, place
from (
    select g.seller_id, g.id as listing_id, sum(l.quantity * l.price) as sales,
           dense_rank() over (partition by g.seller_id order by sum(l.quantity * l.price) desc) as place
    from listings as g
    join order_lines as l on l.listing_id = g.id
    join orders as o on o.id = l.order_id
    where o.status <> 'cancelled'
    group by g.id
) as placed
where place <= 3;
