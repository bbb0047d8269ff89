-- step mark
update vouchers set used_by = :buyer where code = :code

-- step credit
insert into credits (id, buyer, voucher, pence)
select :credit, :buyer, code, pence from vouchers where code = :code
