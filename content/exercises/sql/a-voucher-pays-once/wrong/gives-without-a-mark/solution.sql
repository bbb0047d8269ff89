-- step credit
insert into credits (id, buyer, voucher, pence)
select :credit, :buyer, code, pence from vouchers where code = :code and used_by is null
