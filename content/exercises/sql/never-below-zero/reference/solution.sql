-- step lock
select id from accounts where id = :payer for update
-- step add-up
select sum(amount) from postings where account = :payer
-- into balance
-- step pay
insert into postings (id, account, payment, amount, posted_at)
select :debit, :payer, null::bigint, -:amount, timestamptz '2026-03-11 09:00+00' where :balance >= :amount
union all
select :credit, :payee, null, :amount, '2026-03-11 09:00+00' where :balance >= :amount
