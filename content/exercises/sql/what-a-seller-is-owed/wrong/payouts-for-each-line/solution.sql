select s.id, s.name,
       coalesce(sum(l.quantity * l.price - round(l.quantity * l.price * s.fee / 10000.0)), 0) as earned,
       coalesce(sum(p.amount), 0) as sent,
       coalesce(sum(l.quantity * l.price - round(l.quantity * l.price * s.fee / 10000.0)), 0)
           - coalesce(sum(p.amount), 0) as owed
from sellers as s
left join (
    select g.seller_id, l.quantity, l.price
    from order_lines as l
    join orders as o on o.id = l.order_id
    join listings as g on g.id = l.listing_id
    where o.status in ('paid', 'shipped')
) as l on l.seller_id = s.id
left join payouts as p on p.seller_id = s.id
group by s.id;
