select c.id, c.name
from categories as c
where not exists (select 1 from categories as b where b.parent_id = c.id)
  and not exists (select 1 from listings as g where g.category_id = c.id);
