select number + 1 as first_missing, following - 1 as last_missing, following - number - 1 as missing
from (
    select number, lead(number) over (order by number) as following
    from invoices
) as pairs
where following - number > 1
order by missing desc, first_missing;
