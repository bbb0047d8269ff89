select customer_id, coalesce(body ->> 'kind', 'other') as kind, count(*) as events,
       sum(coalesce((body ->> 'units')::bigint, 0)) as units
from (select distinct on (key) customer_id, body from usage_events order by key, id) as once
group by customer_id, coalesce(body ->> 'kind', 'other');
