select s.customer_id, min(p.starts_on) as starts_on,
       nullif(max(coalesce(p.ends_on, date 'infinity')), date 'infinity') as ends_on
from periods as p
join subscriptions as s on s.id = p.subscription_id
group by s.customer_id;
