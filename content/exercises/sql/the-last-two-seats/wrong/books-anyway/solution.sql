-- step add
update performances set sold = sold + 1 where id = :performance and sold < seats

-- step book
insert into bookings (id, performance, buyer, seats)
select :booking, :performance, :buyer, 1
where true
