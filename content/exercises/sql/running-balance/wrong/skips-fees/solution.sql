select p.account, p.id, p.posted_at, p.amount,
       sum(p.amount) over (partition by p.account order by p.posted_at, p.id) as balance
from postings as p
where p.payment is not null
order by p.account, p.posted_at, p.id;
