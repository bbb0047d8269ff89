select c.id, c.name, coalesce(sum(l.quantity * l.price) filter (where o.status <> 'cancelled'), 0) as sales
from categories as c
left join listings as g on g.category_id = c.id
left join order_lines as l on l.listing_id = g.id
left join orders as o on o.id = l.order_id
group by c.id;
