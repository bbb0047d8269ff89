with marked as (
    select id, customer_id, happened_at,
           case when happened_at - lag(happened_at) over (partition by customer_id order by happened_at, id)
                     < interval '30 minutes' then 0 else 1 end as begins
    from usage_events
), numbered as (
    select customer_id, happened_at, sum(begins) over (partition by customer_id order by happened_at, id) as session
    from marked
)
select customer_id, session, min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events
from numbered
group by customer_id, session;
