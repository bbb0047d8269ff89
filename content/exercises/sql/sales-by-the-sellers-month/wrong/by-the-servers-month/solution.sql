  select g.seller_id, date_trunc('month', o.placed_at)::date as month, sum(l.quantity * l.price) as sales
  from order_lines as l
join orders as o on o.id = l.order_id
join listings as g on g.id = l.listing_id
join sellers as s on s.id = g.seller_id
  where o.status <> 'cancelled'
  group by g.seller_id, date_trunc('month', o.placed_at);
