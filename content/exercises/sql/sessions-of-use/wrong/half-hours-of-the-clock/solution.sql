select customer_id,
       row_number() over (partition by customer_id order by min(happened_at)) as session,
       min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events
from usage_events
group by customer_id, floor(extract(epoch from happened_at) / 1800);
