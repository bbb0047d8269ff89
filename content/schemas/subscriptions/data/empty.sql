-- the day before the first customer
select 1;
