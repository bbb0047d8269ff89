-- step look
select code from vouchers where code = :code and used_by is null
-- into free
-- step mark
update vouchers set used_by = :buyer where code = :free

-- step credit
insert into credits (id, buyer, voucher, pence)
select :credit, :buyer, code, pence from vouchers where code = :code and :free is not null
