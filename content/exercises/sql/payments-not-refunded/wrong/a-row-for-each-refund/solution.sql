select p.id, p.amount, coalesce(r.amount, 0) as refunded, p.amount - coalesce(r.amount, 0) as kept
from payments as p
left join refunds as r on r.payment = p.id
where p.status = 'paid' and coalesce(r.amount, 0) < p.amount
order by kept desc, p.id;
