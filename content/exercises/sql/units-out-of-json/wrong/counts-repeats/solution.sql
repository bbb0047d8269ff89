select customer_id, coalesce(body ->> 'kind', 'other') as kind, count(*) as events,
       sum(coalesce((body ->> 'units')::bigint, 0)) as units
from usage_events
group by customer_id, coalesce(body ->> 'kind', 'other');
