with paying as (
    select s.customer_id, p.starts_on, p.ends_on, l.price, round(l.price * p.seats / l.months::numeric) as amount
    from periods as p
    join subscriptions as s on s.id = p.subscription_id
    join plans as l on l.id = p.plan_id
), beside as (
    select customer_id,
           coalesce(sum(amount) filter (where starts_on <= date '2026-02-01'
               and (ends_on is null or ends_on > date '2026-02-01')), 0) as before,
           coalesce(sum(amount) filter (where starts_on <= date '2026-03-01'
               and (ends_on is null or ends_on > date '2026-03-01')), 0) as after,
           bool_or(starts_on < date '2026-02-01' and price > 0) as known
    from paying
    group by customer_id
)
select case
           when before = 0 and known then 'returned'
           when before = 0 then 'new'
           when after = 0 then 'lost'
           when after > before then 'more'
           else 'less'
       end as movement,
       count(*) as customers, sum(after - before) as change
from beside
where after <> before
group by movement;
