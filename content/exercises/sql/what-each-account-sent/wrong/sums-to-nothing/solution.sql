select a.id, a.owner, count(p.id) as payments, sum(p.amount) as total
from accounts as a
left join payments as p on p.payer = a.id and p.status = 'paid'
group by a.id;
