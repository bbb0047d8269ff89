select g.seller_id,
       min((o.placed_at at time zone s.zone)::date) as first_day,
       max((o.placed_at at time zone s.zone)::date) as last_day,
       count(distinct (o.placed_at at time zone s.zone)::date) as days
from order_lines as l
join orders as o on o.id = l.order_id
join listings as g on g.id = l.listing_id
join sellers as s on s.id = g.seller_id
where o.status <> 'cancelled'
group by g.seller_id;
