select a.id, a.owner
from accounts as a
where a.closed_at is null
  and not exists (select 1 from payments as p where p.payer = a.id and p.status = 'paid');
