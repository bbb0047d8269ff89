with covered as (
    select s.customer_id, p.starts_on, coalesce(p.ends_on, date 'infinity') as ends_on
    from periods as p
    join subscriptions as s on s.id = p.subscription_id
), marked as (
    select customer_id, starts_on, ends_on,
           case when starts_on < max(ends_on) over (
               partition by customer_id order by starts_on, ends_on rows between unbounded preceding and 1 preceding
           ) then 0 else 1 end as begins
    from covered
), numbered as (
    select customer_id, starts_on, ends_on,
           sum(begins) over (partition by customer_id order by starts_on, ends_on) as span
    from marked
)
select customer_id, min(starts_on) as starts_on, nullif(max(ends_on), date 'infinity') as ends_on
from numbered
group by customer_id, span;
