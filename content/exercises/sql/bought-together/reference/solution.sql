select a.listing_id as first, b.listing_id as second, count(distinct a.order_id) as orders
from order_lines as a
join order_lines as b on b.order_id = a.order_id and b.listing_id > a.listing_id
join orders as o on o.id = a.order_id
where o.status <> 'cancelled'
group by a.listing_id, b.listing_id
having count(distinct a.order_id) >= 2
order by orders desc, first, second;
