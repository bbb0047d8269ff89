with cohorts as (
    select id, zone, date_trunc('month', signed_up_at at time zone zone)::date as cohort
    from customers
), present as (
    select distinct c.id, date_trunc('month', e.happened_at at time zone c.zone)::date as month
    from usage_events as e
    join cohorts as c on c.id = e.customer_id
)
select c.cohort, d.distance, count(*) as customers, count(p.id) as active
from cohorts as c
cross join generate_series(0, 2) as d (distance)
left join present as p on p.id = c.id and p.month = (c.cohort + d.distance * interval '1 month')::date
group by c.cohort, d.distance;
