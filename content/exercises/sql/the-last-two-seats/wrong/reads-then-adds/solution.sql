-- step look
select seats - sold from performances where id = :performance
-- into left_over
-- step add
update performances set sold = sold + 1 where id = :performance and :left_over > 0

-- step book
insert into bookings (id, performance, buyer, seats)
select :booking, :performance, :buyer, 1
where :left_over > 0
