select g.id, g.title, coalesce(sum(l.quantity) filter (where o.status <> 'cancelled'), 0) as pieces,
       round(avg(r.stars), 1) as stars
from listings as g
left join order_lines as l on l.listing_id = g.id
left join orders as o on o.id = l.order_id
left join reviews as r on r.listing_id = g.id
group by g.id;
