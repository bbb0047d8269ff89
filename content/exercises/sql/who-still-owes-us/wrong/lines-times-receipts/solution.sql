select i.number, c.name, sum(l.amount) - coalesce(sum(r.amount), 0) as open
from invoices as i
join customers as c on c.id = i.customer_id
join invoice_lines as l on l.invoice_id = i.id
left join receipts as r on r.invoice_id = i.id
where i.status = 'open' and i.due_on < date '2026-03-10'
group by i.id, c.name
having sum(l.amount) > coalesce(sum(r.amount), 0)
order by open desc, i.number;
