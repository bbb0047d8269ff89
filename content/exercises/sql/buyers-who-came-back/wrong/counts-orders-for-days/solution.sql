select b.id, b.name, count(*) as orders, count(distinct o.placed_at::date) as days
from buyers as b
join orders as o on o.buyer_id = b.id
where o.status <> 'cancelled'
group by b.id
having count(*) >= 2;
