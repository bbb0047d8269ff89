select p.account, p.id, p.posted_at, p.amount,
       sum(p.amount) over (order by p.posted_at, p.id) as balance
from postings as p
order by p.account, p.posted_at, p.id;
