select e.customer_id, (e.happened_at at time zone c.zone)::date as day,
       extract(epoch from (((e.happened_at at time zone c.zone)::date + 1)::timestamp at time zone c.zone)
           - ((e.happened_at at time zone c.zone)::date::timestamp at time zone c.zone)) / 3600 as hours,
       coalesce(sum((e.body ->> 'units')::bigint), 0) as units
from usage_events as e
join customers as c on c.id = e.customer_id
where (e.happened_at at time zone c.zone)::date between date '2026-03-01' and date '2026-03-31'
group by e.customer_id, c.zone, day;
