select number as first_missing, following as last_missing, following - number as missing
from (
    select number, lead(number) over (order by number) as following from invoices
) as pairs
where following - number > 1
order by missing desc, first_missing;
