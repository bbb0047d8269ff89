with months as (
    select first::date as first, (first + interval '1 month')::date as next
    from generate_series(timestamp '2026-01-01', timestamp '2026-03-01', interval '1 month') as first
), covered as (
    select p.id, p.plan_id, p.seats, m.first, m.next - m.first as length,
           least(coalesce(p.ends_on, m.next), m.next) - greatest(p.starts_on, m.first) as days
    from periods as p
    join months as m on p.starts_on < m.next and coalesce(p.ends_on, m.next) > m.first
)
select c.id as period_id, c.first as month, c.days, l.price * c.seats * c.days / c.length as amount
from covered as c
join plans as l on l.id = c.plan_id
where l.months = 1;
