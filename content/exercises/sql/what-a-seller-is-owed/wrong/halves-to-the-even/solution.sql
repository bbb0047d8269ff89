  with earned as (
      select g.seller_id, sum(l.quantity * l.price - round(l.quantity * l.price * s.fee / 10000.0::float8)::bigint) as amount
      from order_lines as l
      join orders as o on o.id = l.order_id
      join listings as g on g.id = l.listing_id
      join sellers as s on s.id = g.seller_id
      where o.status in ('paid', 'shipped')
      group by g.seller_id
  ), sent as (
      select seller_id, sum(amount) as amount from payouts group by seller_id
  )
  select s.id, s.name, coalesce(e.amount, 0) as earned, coalesce(p.amount, 0) as sent,
         coalesce(e.amount, 0) - coalesce(p.amount, 0) as owed
  from sellers as s
left join earned as e on e.seller_id = s.id
left join sent as p on p.seller_id = s.id;
