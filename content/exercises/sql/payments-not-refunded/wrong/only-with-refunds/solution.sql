select p.id, p.amount, coalesce(sum(r.amount), 0) as refunded, p.amount - coalesce(sum(r.amount), 0) as kept
from payments as p
join refunds as r on r.payment = p.id
where p.status = 'paid'
group by p.id
having coalesce(sum(r.amount), 0) < p.amount
order by kept desc, p.id;
