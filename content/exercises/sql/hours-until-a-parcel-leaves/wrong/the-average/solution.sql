select date_trunc('month', placed_at)::date as month, count(*) as orders, round(avg(hours), 1) as median,
       round(percentile_cont(0.9) within group (order by hours)::numeric, 1) as slow
from (
    select placed_at, extract(epoch from shipped_at - placed_at) / 3600 as hours from orders where status = 'shipped'
) as waits
group by month
order by month desc;
