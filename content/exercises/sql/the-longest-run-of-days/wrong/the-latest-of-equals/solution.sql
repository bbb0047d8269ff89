with selling as (
    select distinct g.seller_id, (o.placed_at at time zone s.zone)::date as day
    from order_lines as l
    join orders as o on o.id = l.order_id
    join listings as g on g.id = l.listing_id
    join sellers as s on s.id = g.seller_id
    where o.status <> 'cancelled'
), numbered as (
    select seller_id, day, day - row_number() over (partition by seller_id order by day)::int as run from selling
), runs as (
    select seller_id, min(day) as first_day, max(day) as last_day, count(*) as days
    from numbered
    group by seller_id, run
)
select distinct on (seller_id) seller_id, first_day, last_day, days
from runs
order by seller_id, days desc, first_day desc;
