select customer_id, body ->> 'kind' as kind, count(*) as events,
       sum(coalesce((body ->> 'units')::bigint, 0)) as units
from (select distinct on (customer_id, key) customer_id, body from usage_events order by customer_id, key, id) as once
where body ->> 'kind' is not null
group by customer_id, body ->> 'kind';
