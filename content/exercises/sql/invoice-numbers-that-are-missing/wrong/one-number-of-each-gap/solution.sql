select i.number + 1 as first_missing, i.number + 1 as last_missing, 1 as missing
from invoices as i
where not exists (select 1 from invoices as n where n.number = i.number + 1)
  and i.number < (select max(number) from invoices)
order by missing desc, first_missing;
