select a.subscription_id, a.id as first, b.id as second, greatest(a.starts_on, b.starts_on) as shared_from
from periods as a
join periods as b on b.subscription_id = a.subscription_id and b.id > a.id
where a.starts_on < coalesce(b.ends_on, date 'infinity')
  and b.starts_on < coalesce(a.ends_on, date 'infinity');
