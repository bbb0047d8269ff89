with asked as (
    select invoice_id, sum(amount) as amount from invoice_lines group by invoice_id
), received as (
    select invoice_id, sum(amount) as amount from receipts group by invoice_id
)
select i.number, c.name, a.amount - coalesce(r.amount, 0) as open
from invoices as i
join customers as c on c.id = i.customer_id
join asked as a on a.invoice_id = i.id
left join received as r on r.invoice_id = i.id
where i.status = 'open' and i.due_on < date '2026-03-10' and a.amount > coalesce(r.amount, 0)
order by open desc, i.number;
