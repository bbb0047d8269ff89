-- no rows: a total over nothing, a join with nothing
select 1;
