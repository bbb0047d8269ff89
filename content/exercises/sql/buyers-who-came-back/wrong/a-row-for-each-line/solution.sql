select b.id, b.name, count(*) as orders, count(distinct o.placed_at::date) as days
from buyers as b
join orders as o on o.buyer_id = b.id
join order_lines as l on l.order_id = o.id
where o.status <> 'cancelled'
group by b.id
having count(distinct o.placed_at::date) >= 2;
