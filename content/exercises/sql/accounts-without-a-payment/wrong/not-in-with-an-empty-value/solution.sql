select a.id, a.owner
from accounts as a
where a.closed_at is null
  and a.id not in (select p.payee from payments as p where p.status = 'paid');
