select coalesce(c.country, '??') as country,
       count(distinct c.id) as customers,
       count(distinct s.customer_id) as subscribers,
       round((count(distinct s.customer_id) / count(distinct c.id) * 100)::numeric, 1) as share
from customers as c
left join subscriptions as s on s.customer_id = c.id
group by coalesce(c.country, '??')
order by customers desc, country;
