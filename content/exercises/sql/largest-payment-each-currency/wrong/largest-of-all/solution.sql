select p.currency, p.id, p.amount
from payments as p
where p.status = 'paid' and p.amount = (select max(amount) from payments where status = 'paid');
