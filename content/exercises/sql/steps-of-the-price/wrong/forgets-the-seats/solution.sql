with priced as (
    select p.id, p.subscription_id, p.starts_on, round(l.price / l.months::numeric) as cost
    from periods as p
    join plans as l on l.id = p.plan_id
), beside as (
    select subscription_id, starts_on, cost as after,
           lag(cost) over (partition by subscription_id order by starts_on, id) as before
    from priced
)
select subscription_id, starts_on, before, after
from beside
where before <> after;
