with below as (
    select id as top, id from categories
    union all
    select parent_id, id from categories where parent_id is not null
), sold as (
    select g.category_id, sum(l.quantity * l.price) as amount
    from order_lines as l
    join orders as o on o.id = l.order_id
    join listings as g on g.id = l.listing_id
    where o.status <> 'cancelled'
    group by g.category_id
)
select c.id, c.name, coalesce(sum(s.amount), 0) as sales
from categories as c
join below as b on b.top = c.id
left join sold as s on s.category_id = b.id
group by c.id;
