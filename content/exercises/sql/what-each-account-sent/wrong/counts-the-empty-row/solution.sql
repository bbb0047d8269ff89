select a.id, a.owner, count(*) as payments, coalesce(sum(p.amount), 0) as total
from accounts as a
left join payments as p on p.payer = a.id and p.status = 'paid'
group by a.id;
