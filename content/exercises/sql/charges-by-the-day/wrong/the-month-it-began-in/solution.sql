select p.id as period_id, date_trunc('month', p.starts_on)::date as month,
       least(coalesce(p.ends_on, n.next), n.next) - p.starts_on as days,
       round(l.price * p.seats * (least(coalesce(p.ends_on, n.next), n.next) - p.starts_on)
             / (n.next - date_trunc('month', p.starts_on)::date)::numeric) as amount
from periods as p
join plans as l on l.id = p.plan_id
cross join lateral (select (date_trunc('month', p.starts_on) + interval '1 month')::date as next) as n
where l.months = 1 and p.starts_on >= date '2026-01-01' and p.starts_on < date '2026-04-01';
