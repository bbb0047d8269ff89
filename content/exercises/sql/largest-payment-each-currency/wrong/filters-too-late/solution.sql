select currency, id, amount
from (
    select p.currency, p.id, p.amount, p.status, rank() over (partition by p.currency order by p.amount desc) as place
    from payments as p
) as ranked
where place = 1 and status = 'paid';
