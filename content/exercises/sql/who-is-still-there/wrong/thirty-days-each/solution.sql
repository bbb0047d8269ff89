with cohorts as (
    select id, zone, signed_up_at, date_trunc('month', signed_up_at at time zone zone)::date as cohort from customers
), present as (
    select distinct c.id, floor(extract(epoch from e.happened_at - c.signed_up_at) / (30 * 86400)) as distance
    from usage_events as e
    join cohorts as c on c.id = e.customer_id
)
select c.cohort, d.distance, count(c.id) as customers, count(p.id) as active
from cohorts as c
cross join generate_series(0, 2) as d (distance)
left join present as p on p.id = c.id and p.distance = d.distance
group by c.cohort, d.distance;
