select currency, id, amount
from (
    select p.currency, p.id, p.amount, rank() over (partition by p.currency order by p.amount desc) as place
    from payments as p
    where p.status = 'paid'
) as ranked
where place = 1;
