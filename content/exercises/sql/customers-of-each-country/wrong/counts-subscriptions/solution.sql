select coalesce(c.country, '??') as country,
       count(*) as customers,
       count(s.id) as subscribers,
       round(100.0 * count(s.id) / count(*), 1) as share
from customers as c
left join subscriptions as s on s.customer_id = c.id
group by coalesce(c.country, '??')
order by customers desc, country;
