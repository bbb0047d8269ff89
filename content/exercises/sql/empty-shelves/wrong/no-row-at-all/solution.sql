select c.id, c.name
from categories as c
where c.id not in (select parent_id from categories)
  and not exists (select 1 from listings as g where g.category_id = c.id and g.delisted_at is null);
