select date_trunc('month', placed_at)::date as month, count(*) as orders,
       round(percentile_cont(0.5) within group (order by hours)::numeric, 1) as median,
       round(percentile_cont(0.9) within group (order by hours)::numeric, 1) as slow
from (
    select o.placed_at, extract(epoch from o.shipped_at - o.placed_at) / 3600 as hours
    from orders as o
    join order_lines as l on l.order_id = o.id
    where o.status = 'shipped'
) as waits
group by month
order by month desc;
