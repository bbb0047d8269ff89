select a.subscription_id, a.id as first, b.id as second, b.starts_on as shared_from
from periods as a
join periods as b on b.subscription_id = a.subscription_id and b.id > a.id
where b.starts_on >= a.starts_on and b.starts_on < coalesce(a.ends_on, date 'infinity');
