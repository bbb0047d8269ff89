select currency, id, amount
from (
    select p.currency, p.id, p.amount, row_number() over (partition by p.currency order by p.amount desc, p.id) as place
    from payments as p
    where p.status = 'paid'
) as ranked
where place = 1;
