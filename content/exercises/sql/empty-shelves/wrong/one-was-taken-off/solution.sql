select distinct c.id, c.name
from categories as c
left join listings as g on g.category_id = c.id
where (g.id is null or g.delisted_at is not null)
  and not exists (select 1 from categories as b where b.parent_id = c.id);
