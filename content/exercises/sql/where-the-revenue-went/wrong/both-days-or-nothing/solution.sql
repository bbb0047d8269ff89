with paying as (
    select s.customer_id, p.starts_on, p.ends_on, round(l.price * p.seats / l.months::numeric) as amount
    from periods as p
    join subscriptions as s on s.id = p.subscription_id
    join plans as l on l.id = p.plan_id
), first as (
    select customer_id, sum(amount) as amount
    from paying
    where starts_on <= date '2026-02-01' and (ends_on is null or ends_on > date '2026-02-01')
    group by customer_id
), second as (
    select customer_id, sum(amount) as amount
    from paying
    where starts_on <= date '2026-03-01' and (ends_on is null or ends_on > date '2026-03-01')
    group by customer_id
)
select case when b.amount > a.amount then 'more' else 'less' end as movement,
       count(*) as customers, sum(b.amount - a.amount) as change
from first as a
join second as b using (customer_id)
where a.amount <> b.amount
group by movement;
