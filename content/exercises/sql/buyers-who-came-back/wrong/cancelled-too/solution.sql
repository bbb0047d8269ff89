select b.id, b.name, count(*) as orders, count(distinct o.placed_at::date) as days
from buyers as b
join orders as o on o.buyer_id = b.id
group by b.id
having count(distinct o.placed_at::date) >= 2;
