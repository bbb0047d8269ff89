with used as (
    select e.customer_id, (e.happened_at at time zone c.zone)::date as day, sum((e.body ->> 'units')::bigint) as units
    from usage_events as e
    join customers as c on c.id = e.customer_id
    group by e.customer_id, day
)
select c.id as customer_id, d.day, 24 as hours, coalesce(u.units, 0) as units
from customers as c
cross join (select date '2026-03-01' + n as day from generate_series(0, 30) as n) as d
left join used as u on u.customer_id = c.id and u.day = d.day;
