-- isolation: read committed
-- retry: 0

-- step begin-here
select 1;
