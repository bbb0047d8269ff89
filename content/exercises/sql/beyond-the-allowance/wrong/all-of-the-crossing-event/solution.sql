with counted as (
    select e.id, e.customer_id, date_trunc('month', e.happened_at at time zone c.zone)::date as month, e.happened_at,
           coalesce((e.body ->> 'units')::bigint, 0) as units
    from usage_events as e
    join customers as c on c.id = e.customer_id
), added as (
    select id, customer_id, month, units,
           sum(units) over (partition by customer_id, month order by happened_at, id) as so_far
    from counted
)
select id, customer_id, month, units as billed
from added
where so_far > 100 and units > 0;
